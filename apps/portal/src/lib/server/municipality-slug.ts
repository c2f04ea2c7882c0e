import { redirect } from '@sveltejs/kit'

/** Leads an address that names the municipality by its number to the permanent one. */
export function redirectToSlug(url: URL, given: string, slug: string): void {
  if (given !== slug) redirect(301, url.pathname.replace(`/kommune/${given}`, `/kommune/${slug}`) + url.search)
}
