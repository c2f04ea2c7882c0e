import { graphql } from '@samrad/schema/open'
import { error, redirect } from '@sveltejs/kit'
import { askOpenDoor } from './ask'

const numberPattern = /^\d{4}$/

/** What an address calls a municipality: its slug, or its number, present or earlier. */
export const municipalityNamed = (given: string): { slug: string } | { number: string } =>
  numberPattern.test(given) ? { number: given } : { slug: given }

/** Leads an address that names the municipality by its number to the permanent one. */
export function redirectToSlug(url: URL, given: string, slug: string): void {
  if (given !== slug) redirect(301, url.pathname.replace(`/kommune/${given}`, `/kommune/${slug}`) + url.search)
}

const PortalMunicipality_Name = graphql(`
  query PortalMunicipality_Name($slug: String, $number: String) {
    municipality(slug: $slug, number: $number) {
      slug
      name
    }
  }
`)

/** The municipality of an address by its permanent slug; answers 404 when there is none. */
export async function askMunicipality(given: string, url: URL) {
  const { municipality } = await askOpenDoor(PortalMunicipality_Name, municipalityNamed(given))
  if (!municipality) error(404)
  redirectToSlug(url, given, municipality.slug)
  return municipality
}
