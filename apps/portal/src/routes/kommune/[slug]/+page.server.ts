import { todayInOslo } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { askOpenDoor } from '#lib/server/ask'
import { askLatestIssues } from '#lib/server/issues'
import { askNear } from '#lib/server/meetings'
import { dayBefore } from '#lib/periods'
import { asOfFrom } from '@samrad/web/dates'
import { municipalityNamed, redirectToSlug } from '#lib/server/municipality-slug'
import { PortalMunicipality_Page } from './query'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url }) => {
  const named = municipalityNamed(params.slug)
  const asked = asOfFrom(url)
  const [{ municipality }, meetings, issues] = await Promise.all([
    askOpenDoor(PortalMunicipality_Page, { ...named, asOf: asked }),
    askNear({ municipality: params.slug }, asked),
    askLatestIssues({ municipality: params.slug }, asked),
  ])
  if (!municipality) error(404)
  redirectToSlug(url, params.slug, municipality.slug)
  // Of a municipality that has ended, what it was is told: as it was on its last day.
  const end = municipality.period.to
  if (asked || !end || end > todayInOslo()) return { municipality, meetings, issues, asOf: asked }
  const asOf = dayBefore(end)
  const last = await askOpenDoor(PortalMunicipality_Page, { ...named, asOf })
  return { municipality: last.municipality ?? municipality, meetings, issues, asOf }
}
