import { getLocale, type Locale } from './generated/paraglide/runtime.js'

const tags: Record<Locale, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }
const tag = () => tags[getLocale()]

/** «2019-02-04» → «4. februar 2019». */
export const sayDay = (day: string): string => format(day, { day: 'numeric', month: 'long', year: 'numeric' })

/** «2019-02-04» → «mandag 4. februar 2019». */
export const sayWeekday = (day: string): string =>
  format(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** «2016-10-01» → «oktober 2016». */
export const sayMonth = (day: string): string => format(day, { month: 'long', year: 'numeric' })

/** 69654 → «69 654». */
export const sayNumber = (value: number): string => new Intl.NumberFormat(tag()).format(value)

/** «Fana og Ytrebygda». */
export const sayList = (words: string[]): string => new Intl.ListFormat(tag(), { type: 'conjunction' }).format(words)

/** The first letter as a capital. */
export const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase(tag()) + words.slice(1)

/** Today in Oslo: «2019-02-04». */
export const todayInOslo = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' }).format(new Date())

const format = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
