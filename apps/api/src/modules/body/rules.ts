import type { Period } from '@samrad/db'
import { fewestPerYear, type Cadence, type CadencePeriod, type CadenceUnit, type Season } from '@samrad/schema'
import { inForce } from '../../in-force.ts'

/** Whether a body keeps its cadence; `cannot_tell` when too little is known to say. */
export type Schedule = 'on_schedule' | 'behind' | 'cannot_tell'

const monthsIn: Record<CadencePeriod, number> = { year: 12, halfYear: 6, quarter: 3, month: 1 }
const seasonStart: Record<Season, number> = { winter: 11, spring: 2, summer: 5, autumn: 8 }

/** From when until when all meetings are known; null is without an end. */
export type Records = { from: Date | null; to: Date | null }

/**
 * Whether the meetings until `date` keep the cadence. They are counted in the last whole span before the date (a year,
 * a quarter, a season, an interval). Where the records begin within that span, only «kept» can be said; after their end nothing.
 */
export function scheduleOf(cadence: Cadence, meetings: Date[], records: Records, date: Date): Schedule {
  const spans = spansBefore(cadence, date)
  if (!spans.length || (records.to && records.to < date)) return 'cannot_tell'
  const verdicts = spans.map(({ from, to, fewest }) => {
    const count = meetings.filter((meeting) => meeting > from && meeting <= to).length
    if (count >= fewest) return 'on_schedule'
    return records.from && records.from <= from ? 'behind' : 'cannot_tell'
  })
  return (
    verdicts.find((verdict) => verdict === 'behind') ??
    verdicts.find((verdict) => verdict === 'cannot_tell') ??
    'on_schedule'
  )
}

/** What is known of a body's meetings: all from the first known one on; where the body is known from documents, until the last word of them. */
export function recordsOf(meetings: Date[], lastConfirmedOn: Date | null): Records {
  const last = meetings.at(-1)
  return { from: meetings[0] ?? null, to: lastConfirmedOn && last && last > lastConfirmedOn ? last : lastConfirmedOn }
}

/** What can be said where several cadences are claimed: what all of them come to. Null where there is none. */
export function agreed(schedules: Schedule[]): Schedule | null {
  const [first = null] = schedules
  return schedules.every((schedule) => schedule === first) ? first : 'cannot_tell'
}

/** What may be said to somebody who does not see every meeting: not that there were too few. */
export const asSeen = (schedule: Schedule, hasHiddenMeetings: boolean): Schedule =>
  hasHiddenMeetings && schedule === 'behind' ? 'cannot_tell' : schedule

type Span = { from: Date; to: Date; fewest: number }

function spansBefore(cadence: Cadence, date: Date): Span[] {
  switch (cadence.kind) {
    case 'minimum':
      return [{ from: monthsBefore(date, monthsIn[cadence.per]), to: date, fewest: cadence.times }]
    case 'range':
      return [{ from: monthsBefore(date, monthsIn[cadence.per]), to: date, fewest: cadence.from }]
    case 'interval':
      return [{ from: unitsBefore(date, cadence.every, cadence.unit), to: date, fewest: 1 }]
    case 'perSeason':
      return cadence.seasons.map((season) => ({ ...lastWhole(season, date), fewest: cadence.times }))
    case 'irregular':
      return []
  }
}

function monthsBefore(date: Date, months: number): Date {
  const day = new Date(date)
  day.setUTCMonth(day.getUTCMonth() - months)
  // 31 May less three months is not 3 March.
  if (day.getUTCDate() !== date.getUTCDate()) day.setUTCDate(0)
  return day
}

function unitsBefore(date: Date, every: number, unit: CadenceUnit): Date {
  if (unit === 'month') return monthsBefore(date, every)
  if (unit === 'year') return monthsBefore(date, every * 12)
  return new Date(date.getTime() - every * (unit === 'week' ? 7 : 1) * 86_400_000)
}

// The last season of that name that was over on the date; the day before its first day is the open end.
function lastWhole(season: Season, date: Date): { from: Date; to: Date } {
  for (let year = date.getUTCFullYear(); ; year--) {
    const from = new Date(Date.UTC(year, seasonStart[season], 0))
    const to = new Date(Date.UTC(year, seasonStart[season] + 3, 0))
    if (to <= date) return { from, to }
  }
}

const nationalAdvice = 4

/**
 * Whether a politiråd or steering group plans at least the four meetings a year of the national advice (veileder for politiråd).
 * Null when the advice is not for it, or its cadences are not known or do not agree. Information, never an error.
 */
export function keepsNationalAdvice(functions: string[], cadences: Cadence[]): boolean | null {
  if (!functions.includes('politiraad') && !functions.includes('styringsgruppe')) return null
  const verdicts = cadences.flatMap((cadence) => {
    const fewest = fewestPerYear(cadence)
    return fewest === undefined ? [] : [fewest >= nationalAdvice]
  })
  const [first = null] = verdicts
  return verdicts.every((verdict) => verdict === first) ? first : null
}

type Placed = { id: string; reportsTo: (Period & { parentId: string | null })[] }

/** Bodies from the top down, each followed by those that report to it; siblings stay in the order given. */
export function inReportingOrder<Body extends Placed>(bodies: Body[], date: Date): Body[] {
  const ids = new Set(bodies.map(({ id }) => id))
  const children = new Map<string | undefined, Body[]>()
  for (const body of bodies) {
    const parents = inForce(body.reportsTo, date).filter(({ parentId }) => parentId && ids.has(parentId))
    for (const { parentId } of parents.length ? parents : [{ parentId: null }])
      children.set(parentId ?? undefined, [...(children.get(parentId ?? undefined) ?? []), body])
  }
  const placed = new Set<string>()
  const below = (parentId: string | undefined): Body[] =>
    (children.get(parentId) ?? []).flatMap((body) => {
      if (placed.has(body.id)) return []
      placed.add(body.id)
      return [body, ...below(body.id)]
    })
  return below(undefined)
}
