import { error } from '@sveltejs/kit'
import { askIssues } from '#lib/server/issues'
import { askMunicipality } from '#lib/server/municipality-slug'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url }) => {
  const municipality = await askMunicipality(params.slug, url)
  const body = url.searchParams.get('organ')
  const whose = { municipality: municipality.slug, ...(body ? { body } : {}) }
  const issues = await askIssues(whose, url.searchParams.get('etter'))
  const shown = body && issues.nodes.flatMap(({ forums }) => forums).find((forum) => forum.body.slug === body)?.body
  // A body that has no issue here has no page of them.
  if (body && !shown) error(404)
  return { municipality, issues, body: shown || null }
}
