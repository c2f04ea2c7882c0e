import { todayInOslo } from '@samrad/i18n'
import { error } from '@sveltejs/kit'

const pattern = /^(?!0000)\d{4}-\d{2}-\d{2}$/

/** The date a page is asked for as of, from `?dato=`; null is today. Answers 400 when it is not a date. */
export const asOfFrom = (url: URL): string | null => dateFrom(url, 'dato')

/** A date in the address; null when it is left out or empty. Answers 400 when it is not a date. */
export function dateFrom(url: URL, name: string): string | null {
  const value = url.searchParams.get(name)
  if (!value) return null
  const isDate =
    pattern.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value)
  if (!isDate) error(400)
  return value
}

/** The two dates of a comparison, `?fra=` and `?til=`; today and five years before when they are left out. */
export function datesToCompare(url: URL): { from: string; to: string } {
  const to = dateFrom(url, 'til') ?? todayInOslo()
  const from = dateFrom(url, 'fra') ?? `${Number(to.slice(0, 4)) - 5}-01-01`
  return { from, to }
}
