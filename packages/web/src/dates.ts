import { isDay, todayInOslo } from '@samrad/i18n'
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

/** The year in `?aar=`, 1900 to 2100; undefined when there is none that makes sense. */
export function yearIn(url: URL): number | undefined {
  const asked = url.searchParams.get('aar') ?? ''
  return /^(19\d\d|20\d\d|2100)$/.test(asked) ? Number(asked) : undefined
}

/** The year of a page that plans or follows one, from `?aar=`, 1990 to 2100; else this year, or one as far ahead. */
export function yearAsked(url: URL, ahead = 0): number {
  const asked = yearIn(url)
  return asked !== undefined && asked >= 1990 ? asked : Number(todayInOslo().slice(0, 4)) + ahead
}
