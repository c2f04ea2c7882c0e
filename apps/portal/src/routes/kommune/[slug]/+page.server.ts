import { error, redirect } from '@sveltejs/kit'
import { askOpenDoor } from '#lib/server/ask'
import { asOfFrom } from '#lib/server/as-of'
import { addressOf, municipalityPath } from '#lib/addresses'
import { PortalMunicipality_Page } from './query'
import type { PageServerLoad } from './$types'

const numberPattern = /^\d{4}$/

export const load: PageServerLoad = async ({ params, url }) => {
  const asOf = asOfFrom(url)
  const address = numberPattern.test(params.slug) ? { number: params.slug } : { slug: params.slug }
  const { municipality } = await askOpenDoor(PortalMunicipality_Page, { ...address, asOf })
  if (!municipality) error(404)
  if (municipality.slug !== params.slug) redirect(301, addressOf(municipalityPath(municipality.slug), asOf))
  return { municipality, asOf }
}
