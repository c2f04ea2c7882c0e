import { municipalityPath } from '#lib/addresses'
import { feedAnswer } from '#lib/server/feed'
import { askMunicipality } from '#lib/server/municipality-slug'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const { slug, name } = await askMunicipality(params.slug, url)
  return feedAnswer(params.feed, name, municipalityPath(slug), { municipality: slug })
}
