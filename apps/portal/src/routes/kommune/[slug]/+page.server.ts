import { error } from '@sveltejs/kit'
import { askOpenDoor } from '#lib/server/ask'
import { asOfFrom } from '#lib/server/as-of'
import { municipalityNamed, redirectToSlug } from '#lib/server/municipality-slug'
import { PortalMunicipality_Page } from './query'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url }) => {
  const asOf = asOfFrom(url)
  const { municipality } = await askOpenDoor(PortalMunicipality_Page, { ...municipalityNamed(params.slug), asOf })
  if (!municipality) error(404)
  redirectToSlug(url, params.slug, municipality.slug)
  return { municipality, asOf }
}
