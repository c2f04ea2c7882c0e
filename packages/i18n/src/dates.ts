import { getLocale, type Locale } from './generated/paraglide/runtime.js'

const tags: Record<Locale, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }
const tag = () => tags[getLocale()]

/** «2019-02-04» → «4. februar 2019». */
export const sayDay = (day: string): string => format(day, { day: 'numeric', month: 'long', year: 'numeric' })

/** «2019-02-04» → «mandag 4. februar 2019». */
export const sayWeekday = (day: string): string =>
  format(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** 1 → «mandag», 5 → «fredag». */
export const weekdayName = (weekday: number): string => format(`2024-01-0${weekday}`, { weekday: 'long' })

/** 1 → «januar». */
export const monthName = (month: number): string =>
  format(`2024-${String(month).padStart(2, '0')}-01`, { month: 'long' })

/** «2016-10-01» → «oktober 2016». */
export const sayMonth = (day: string): string => format(day, { month: 'long', year: 'numeric' })

/** «2019-02-04T08:05:00Z» → «4. februar 2019 kl. 09:05», in Oslo. */
export const sayTime = (instant: string): string =>
  dayFormat(tag(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(new Date(instant))

/** «2019-02-04T08:05:00Z» → «2019-02-04 09:05», in Oslo: as spreadsheets read it. */
export const plainTime = (instant: string): string =>
  dayFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(new Date(instant))

/** 69654 → «69 654». */
export const sayNumber = (value: number): string => numberFormat(tag()).format(value)

/** «Fana og Ytrebygda». */
export const sayList = (words: string[]): string => listFormat(tag()).format(words)

/** The first letter as a capital. */
export const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase(tag()) + words.slice(1)

/** Today in Oslo: «2019-02-04». */
export const todayInOslo = (): string =>
  dayFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' }).format(new Date())

const format = (day: string, options: Intl.DateTimeFormatOptions) =>
  dayFormat(tag(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

// Making a formatter costs more than all else on a page; a handful of them serve every page.
const kept = new Map<string, unknown>()
function keep<Format>(key: string, make: () => Format): Format {
  const format = (kept.get(key) as Format | undefined) ?? make()
  kept.set(key, format)
  return format
}
const numberFormat = (locale: string) => keep(`number ${locale}`, () => new Intl.NumberFormat(locale))
const listFormat = (locale: string) =>
  keep(`list ${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' }))
const dayFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  keep(locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options))

/** Whether a text is a day that is in the calendar: `2024-02-29`. */
export const isDay = (text: string): boolean =>
  /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)
