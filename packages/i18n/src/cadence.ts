import { m } from './generated/paraglide/messages.js'
import { sayList } from './dates.ts'

/** A cadence as the API gives it: what a kind has not is null. */
export type SaidCadence = {
  kind: 'MINIMUM' | 'RANGE' | 'INTERVAL' | 'PER_SEASON' | 'IRREGULAR'
  times: number | null
  from: number | null
  to: number | null
  per: 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH' | null
  every: number | null
  unit: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null
  seasons: ('WINTER' | 'SPRING' | 'SUMMER' | 'AUTUMN')[]
}

const periods = {
  YEAR: m.cadence_per_year,
  HALF_YEAR: m.cadence_per_half_year,
  QUARTER: m.cadence_per_quarter,
  MONTH: m.cadence_per_month,
}
const everyOne = {
  DAY: m.cadence_every_day,
  WEEK: m.cadence_every_week,
  MONTH: m.cadence_every_month,
  YEAR: m.cadence_every_year,
}
const everyMany = {
  DAY: m.cadence_every_days,
  WEEK: m.cadence_every_weeks,
  MONTH: m.cadence_every_months,
  YEAR: m.cadence_every_years,
}
const seasonNames = {
  WINTER: m.season_winter,
  SPRING: m.season_spring,
  SUMMER: m.season_summer,
  AUTUMN: m.season_autumn,
}

/** «minst 4 ganger i året», «én gang i kvartalet», «hver 4. uke», «én gang hver vår og høst», «ved behov». */
export function sayCadence(cadence: SaidCadence): string {
  const { kind, times, from, to, per, every, unit, seasons } = cadence
  const period = per ? periods[per]() : ''
  switch (kind) {
    case 'MINIMUM':
      return m.cadence_minimum({ times: sayTimes(times ?? 1), period })
    case 'RANGE':
      return m.cadence_in_period({ times: sayTimes(from ?? 1, to ?? undefined), period })
    case 'INTERVAL':
      return every === 1 ? everyOne[unit ?? 'WEEK']() : everyMany[unit ?? 'WEEK']({ count: every ?? 1 })
    case 'PER_SEASON':
      return m.cadence_each_season({
        times: sayTimes(times ?? 1),
        seasons: sayList(seasons.map((season) => seasonNames[season]())),
      })
    case 'IRREGULAR':
      return m.cadence_irregular()
  }
}

function sayTimes(from: number, to = from): string {
  if (to !== from) return m.cadence_times_range({ from, to })
  return from === 1 ? m.cadence_times_one() : m.cadence_times_many({ count: from })
}
