import { redirect } from '@sveltejs/kit'

const numberPattern = /^\d{4}$/

/** What an address calls a municipality: its slug, or its number, present or earlier. */
export const municipalityNamed = (given: string): { slug: string } | { number: string } =>
  numberPattern.test(given) ? { number: given } : { slug: given }

/** Leads an address that names the municipality by its number to the permanent one. */
export function redirectToSlug(url: URL, given: string, slug: string): void {
  if (given !== slug) redirect(301, url.pathname.replace(`/kommune/${given}`, `/kommune/${slug}`) + url.search)
}
