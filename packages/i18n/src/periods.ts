import { m } from './generated/paraglide/messages.js'
import { sayDay, sayMonth } from './dates.ts'

type Knowledge = 'DAY' | 'MONTH' | 'SEASON' | 'YEAR' | 'NO_LATER_THAN' | 'NO_EARLIER_THAN' | 'OPEN'

/** A period as the API gives it; see `Period` in the open schema. */
export type SaidPeriod = {
  from: string | null
  fromIs: Knowledge | null
  to: string | null
  toIs: Knowledge | null
  lastConfirmedOn: string | null
  isPlanned: boolean
}

/** A day as exactly as it is known: «4. februar 2019», «oktober 2016», «høsten 2015», «2013», «senest 4. februar 2019». */
export function sayKnownDay(day: string, is: Knowledge | null): string {
  switch (is) {
    case 'MONTH':
      return sayMonth(day)
    case 'SEASON':
      return m.day_season({ season: seasonOf(day)(), year: day.slice(0, 4) })
    case 'YEAR':
      return day.slice(0, 4)
    case 'NO_LATER_THAN':
      return m.day_no_later_than({ day: sayDay(day) })
    case 'NO_EARLIER_THAN':
      return m.day_no_earlier_than({ day: sayDay(day) })
    default:
      return sayDay(day)
  }
}

/** «fra 18. september 2014, sist bekreftet 7. juni 2023»; «kjent fra …» where only a document's date is known. */
export function sayPeriod({ from, fromIs, to, toIs, lastConfirmedOn, isPlanned }: SaidPeriod): string {
  const begins =
    from &&
    (fromIs === 'NO_LATER_THAN'
      ? m.period_known_from({ day: sayDay(from) })
      : m.period_from({ day: sayKnownDay(from, fromIs) }))
  const ends =
    to &&
    (toIs === 'NO_LATER_THAN' ? m.period_ended_by({ day: sayDay(to) }) : m.period_ended({ day: sayKnownDay(to, toIs) }))
  const parts = [
    isPlanned && m.period_planned(),
    begins,
    ends || (toIs === 'OPEN' && m.period_open()),
    lastConfirmedOn && m.period_last_confirmed({ day: sayDay(lastConfirmedOn) }),
  ].filter(Boolean)
  return parts.join(', ') || m.period_unknown()
}

function seasonOf(day: string) {
  const month = Number(day.slice(5, 7))
  if (month === 12 || month < 3) return m.season_winter
  if (month < 6) return m.season_spring
  return month < 9 ? m.season_summer : m.season_autumn
}
