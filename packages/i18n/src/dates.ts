import { getLocale, type Locale } from './generated/paraglide/runtime.js'

const tags: Record<Locale, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }
const tag = () => tags[getLocale()]

/** «2019-02-04» → «4. februar 2019». */
export const sayDay = (day: string): string => format(day, { day: 'numeric', month: 'long', year: 'numeric' })

/** «2019-02-04» → «mandag 4. februar 2019». */
export const sayWeekday = (day: string): string =>
  format(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** 69654 → «69 654». */
export const sayNumber = (value: number): string => new Intl.NumberFormat(tag()).format(value)

/** Sorts words the way the reader's language does. */
export const compareWords = (a: string, b: string): number => new Intl.Collator(tag()).compare(a, b)

const format = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
