import type { Cadence, CadencePeriod, Season } from '@samrad/schema'

/** Days are midnight UTC. */
const dayInMs = 86_400_000
const plus = (day: Date, days: number): Date => new Date(day.getTime() + days * dayInMs)
const daysBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / dayInMs)
const dayOf = (year: number, month: number, day = 1): Date => new Date(Date.UTC(year, month, day))

/** The days within which one meeting of a plan falls, and the one it should be near: from and until are both within. */
export type Slot = { from: Date; until: Date; target: Date }

/** Why no meeting is planned for a day. */
export type DayOff = { why: 'holiday' | 'school_break' | 'usual_break'; name: string }

/** A meeting that is suggested: null where no day of its slot is free. */
export type Suggestion = { on: Date | null; slot: Slot; passedOver: { on: Date; off: DayOff }[] }

const perYear: Record<CadencePeriod, number> = { year: 1, halfYear: 2, quarter: 4, month: 12 }

// Seasons as a year of work has them: spring ends with the schools.
const monthsOf: Record<Season, [number, number]> = { winter: [0, 2], spring: [2, 6], summer: [5, 8], autumn: [8, 12] }

/** A stretch of days cut into equal slots. */
function evenly(from: Date, to: Date, count: number): Slot[] {
  const days = daysBetween(from, to)
  return Array.from({ length: count }, (_, nth) => {
    const first = plus(from, Math.round((nth * days) / count))
    const last = plus(from, Math.round(((nth + 1) * days) / count) - 1)
    return { from: first, until: last, target: plus(first, Math.floor(daysBetween(first, last) / 2)) }
  })
}

const mostInYear = 60

function everySo(cadence: Extract<Cadence, { kind: 'interval' }>, year: number, last: Date | undefined): Slot[] {
  const { every, unit } = cadence
  const [begin, end] = [dayOf(year, 0), dayOf(year + 1, 0)]
  const nth = (from: Date, count: number): Date => {
    if (unit === 'day' || unit === 'week') return plus(from, count * every * (unit === 'week' ? 7 : 1))
    const months = count * every * (unit === 'year' ? 12 : 1)
    const there = dayOf(from.getUTCFullYear(), from.getUTCMonth() + months)
    const lastDay = dayOf(there.getUTCFullYear(), there.getUTCMonth() + 1, 0).getUTCDate()
    return dayOf(there.getUTCFullYear(), there.getUTCMonth(), Math.min(from.getUTCDate(), lastDay))
  }
  // Goes on from the last meeting there was; without one the year begins when work does, after the holiday.
  const start = last ?? dayOf(year, 0, 8)
  const step = daysBetween(start, nth(start, 1))
  const targets: Date[] = []
  for (let count = last ? 1 : 0; targets.length < mostInYear; count++) {
    const target = nth(start, count)
    if (target >= end) break
    if (target >= begin) targets.push(target)
  }
  // Each day belongs to the meeting it is nearest to.
  const middle = (one: Date, other: Date) => plus(one, Math.ceil(daysBetween(one, other) / 2))
  return targets.map((target, at) => {
    const [before, after] = [targets[at - 1] ?? plus(target, -step), targets[at + 1] ?? plus(target, step)]
    const [from, until] = [middle(before, target), plus(middle(target, after), -1)]
    return { target, from: from < begin ? begin : from, until: until < end ? until : plus(end, -1) }
  })
}

/**
 * When in a year a body is to meet by its cadence. `times` meetings spread evenly where that is said instead; none where
 * neither tells. `last` is its last meeting before the year.
 */
export function slotsOf(
  cadence: Cadence | undefined,
  year: number,
  { times, last }: { times?: number | undefined; last?: Date | undefined },
): Slot[] {
  const [begin, end] = [dayOf(year, 0), dayOf(year + 1, 0)]
  if (times) return evenly(begin, end, Math.min(times, mostInYear))
  switch (cadence?.kind) {
    case 'minimum':
    case 'range': {
      const count = (cadence.kind === 'minimum' ? cadence.times : cadence.from) * perYear[cadence.per]
      return evenly(begin, end, Math.min(count, mostInYear))
    }
    case 'interval':
      return everySo(cadence, year, last)
    case 'perSeason':
      return (Object.keys(monthsOf) as Season[])
        .filter((season) => cadence.seasons.includes(season))
        .flatMap((season) => {
          const [from, to] = monthsOf[season]
          return evenly(dayOf(year, from), dayOf(year, to), cadence.times)
        })
        .slice(0, mostInYear)
    default:
      return []
  }
}

const isWeekend = (day: Date): boolean => day.getUTCDay() === 0 || day.getUTCDay() === 6

/** All days of a slot, those near its target first, the earlier of two before the later. */
function daysNear({ from, until, target }: Slot): Date[] {
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, nth) => plus(from, nth))
  const far = (day: Date) => Math.abs(daysBetween(target, day))
  return days.toSorted((a, b) => far(a) - far(b) || a.getTime() - b.getTime())
}

/**
 * A day in a slot: the one of that weekday (1 Monday … 5 Friday) nearest to the target that is not off, else the nearest
 * other working day. What was passed over on the way is told.
 */
export function dayIn(slot: Slot, weekday: number, off: (day: Date) => DayOff | undefined): Suggestion {
  const near = daysNear(slot).filter((day) => !isWeekend(day))
  const passedOver: Suggestion['passedOver'] = []
  for (const day of near.filter((one) => one.getUTCDay() === weekday)) {
    const why = off(day)
    if (!why) return { on: day, slot, passedOver }
    passedOver.push({ on: day, off: why })
  }
  return { on: near.find((day) => !off(day)) ?? null, slot, passedOver }
}

/** Slots that no meeting falls in yet: each meeting fills the slot whose target it is nearest to. */
export function openSlots(slots: readonly Slot[], meetings: readonly Date[]): Slot[] {
  const far = (slot: Slot, day: Date) => Math.abs(daysBetween(slot.target, day))
  const filled = new Set(
    meetings.flatMap((day) => {
      const within = slots.filter(({ from, until }) => from <= day && day <= until)
      return within.toSorted((a, b) => far(a, day) - far(b, day)).slice(0, 1)
    }),
  )
  return slots.filter((slot) => !filled.has(slot))
}

/** The weekday most meetings were on, the earlier in the week of two; Tuesday when there was none. */
export function usualWeekday(meetings: readonly Date[]): number {
  const count = (weekday: number) => meetings.filter((day) => day.getUTCDay() === weekday).length
  const [usual = 2] = [1, 2, 3, 4, 5].toSorted((a, b) => count(b) - count(a) || a - b)
  return meetings.some((day) => !isWeekend(day)) ? usual : 2
}

/** The cadence that is planned by where several are claimed: the one that asks for most meetings. */
export function busiest(cadences: readonly Cadence[]): Cadence | undefined {
  const count = (cadence: Cadence) => slotsOf(cadence, 2027, {}).length
  return cadences.toSorted((a, b) => count(b) - count(a))[0]
}
