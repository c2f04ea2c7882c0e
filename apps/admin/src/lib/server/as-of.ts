import { error } from '@sveltejs/kit'

/** The date a page is asked for as of, from `?dato=`; null is today. Answers 400 when it is not a date. */
export function asOfFrom(url: URL): string | null {
  const value = url.searchParams.get('dato')
  if (!value) return null
  const isDate =
    /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value)
  if (!isDate) error(400)
  return value
}
