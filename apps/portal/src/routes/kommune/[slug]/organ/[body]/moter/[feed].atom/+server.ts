import { bodyPath } from '#lib/addresses'
import { feedAnswer } from '#lib/server/feed'
import { askBodyName } from '#lib/server/named'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const { slug, name, municipality } = await askBodyName(params, url)
  const whose = { municipality: municipality.slug, body: slug }
  return feedAnswer(params.feed, name, bodyPath(municipality.slug, slug), whose)
}
