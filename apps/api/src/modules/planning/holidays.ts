import Holidays from 'date-holidays'

/** Days on which nobody in Norway meets: public holidays (lov om helligdager, lov om 1. og 17. mai), and the eves on which offices are closed. */
export const publicHolidays = {
  '01-01': 'new_year',
  'easter -3': 'maundy_thursday',
  'easter -2': 'good_friday',
  easter: 'easter_sunday',
  'easter 1': 'easter_monday',
  '05-01': 'labour_day',
  '05-17': 'constitution_day',
  'easter 39': 'ascension_day',
  'easter 49': 'whit_sunday',
  'easter 50': 'whit_monday',
  '12-24': 'christmas_eve',
  '12-25': 'christmas_day',
  '12-26': 'boxing_day',
  '12-31': 'new_years_eve',
} as const
export type PublicHoliday = (typeof publicHolidays)[keyof typeof publicHolidays]

const calendar = new Holidays('NO')
const isKnown = (rule: string): rule is keyof typeof publicHolidays => rule in publicHolidays

const known = new Map<number, ReadonlyMap<string, PublicHoliday>>()

/** The holidays of a year by day, as `2027-05-17`. Of two on one day the first that is listed above. */
export function holidaysIn(year: number): ReadonlyMap<string, PublicHoliday> {
  // Working a year out takes milliseconds, and a plan asks for it day by day.
  const kept = known.get(year)
  if (kept) return kept
  const found = new Map<string, PublicHoliday>()
  for (const { date, rule } of calendar.getHolidays(year)) {
    const [key = ''] = /^(easter(?: -?\d+)?|\d\d-\d\d)/.exec(rule) ?? []
    const day = date.slice(0, 10)
    if (isKnown(key) && !found.has(day)) found.set(day, publicHolidays[key])
  }
  known.set(year, found)
  return found
}

const dayInMs = 86_400_000

/** Days on which schools all over the country are closed, whatever their calendar: the days before Easter, Christmas, the heart of summer. */
export function isUsualBreak(day: Date): boolean {
  const monthAndDay = day.toISOString().slice(5, 10)
  if (monthAndDay >= '12-22' || monthAndDay <= '01-01') return true
  if (monthAndDay >= '06-22' && monthAndDay <= '08-14') return true
  const thursday = [...holidaysIn(day.getUTCFullYear())].find(([, name]) => name === 'maundy_thursday')?.[0]
  const before = thursday ? (Date.parse(thursday) - day.getTime()) / dayInMs : 0
  return before > 0 && before <= 3
}
