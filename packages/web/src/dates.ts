import { isDay } from '@samrad/i18n'
import { error } from '@sveltejs/kit'

/** A date in the address; null when it is left out or empty. Answers 400 when it is not a date. */
export function dateFrom(url: URL, name: string): string | null {
  const value = url.searchParams.get(name)
  if (!value) return null
  if (!isDay(value)) error(400)
  return value
}

/** The date a page is asked for as of, from `?dato=`; null is today. Answers 400 when it is not a date. */
export const asOfFrom = (url: URL): string | null => dateFrom(url, 'dato')
