import { error } from '@sveltejs/kit'
import { asOfFrom } from '@samrad/web/dates'
import { askOpenDoor } from '#lib/server/ask'
import { askLatestIssues } from '#lib/server/issues'
import { askNear } from '#lib/server/meetings'
import { redirectToSlug } from '#lib/server/municipality-slug'
import { PortalBody_Page } from './query'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url }) => {
  const asOf = asOfFrom(url)
  const [{ body }, meetings, issues] = await Promise.all([
    askOpenDoor(PortalBody_Page, { municipality: params.slug, slug: params.body, asOf }),
    askNear({ municipality: params.slug, body: params.body }, asOf),
    askLatestIssues({ municipality: params.slug, body: params.body }, asOf),
  ])
  if (!body) error(404)
  redirectToSlug(url, params.slug, body.municipality.slug)
  return { body, meetings, issues, asOf }
}
