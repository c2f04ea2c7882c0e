import { areaPath } from '#lib/addresses'
import { feedAnswer } from '#lib/server/feed'
import { askAreaName } from '#lib/server/named'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const { slug, name, municipality } = await askAreaName(params, url)
  const whose = { municipality: municipality.slug, area: slug }
  return feedAnswer(params.feed, name, areaPath(municipality.slug, slug), whose)
}
