import type { Period } from '@samrad/db'
import { isInForce } from '../in-force.ts'

/**
 * A dated row of a part of something. Rows with the same key are about the same; the same content says the same of it.
 * Rows of one slot, their key when nothing else is said, hold one after another.
 */
export type Row = Period & { id: string; key: string; content: string; slot?: string }

/** What is to hold. With the id of a row it is that row, however much of it differs. */
export type Wanted = { id?: string | undefined; key: string; content: string; slot?: string }

/** What is to be done with the rows; `nth` is the place of a wanted one in its list. */
export type Plan = {
  /** `before` is the row whose place it takes. */
  add: { nth: number; period: Period; before?: string }[]
  rewrite: { nth: number; id: string }[]
  end: { id: string; on: Date }[]
  remove: { id: string }[]
  keep: { nth: number; id: string }[]
}

/**
 * A change: from the day `on` what is wanted holds, and what held until then stays as it was. A row that begins on that
 * very day is rewritten. What is planned for later days is left alone.
 */
export function planChange(rows: readonly Row[], wanted: readonly Wanted[], on: Date, owner: Period): Plan {
  const plan = emptyPlan()
  const { pairs, left } = matched(
    rows.filter((row) => isInForce(row, on)),
    wanted,
  )
  for (const row of left) stop(plan, row, on)
  pairs.forEach((row, nth) => {
    const one = wanted[nth] as Wanted
    if (!row) return void plan.add.push({ nth, period: { validFrom: on, validTo: untilNext(rows, one, on, owner) } })
    if (saysSame(row, one)) return void plan.keep.push({ nth, id: row.id })
    if (row.validFrom && row.validFrom >= on) return void plan.rewrite.push({ nth, id: row.id })
    plan.end.push({ id: row.id, on })
    plan.add.push({ nth, period: { validFrom: on, validTo: row.validTo }, before: row.id })
  })
  return plan
}

/** A correction: what was said of the day `on` was wrong. Rows are mended where they stand and keep their days. */
export function planCorrection(rows: readonly Row[], wanted: readonly Wanted[], on: Date, owner: Period): Plan {
  const plan = emptyPlan()
  const { pairs, left } = matched(
    rows.filter((row) => isInForce(row, on)),
    wanted,
  )
  for (const { id } of left) plan.remove.push({ id })
  pairs.forEach((row, nth) => {
    const one = wanted[nth] as Wanted
    if (!row) return void plan.add.push({ nth, period: around(rows, one, on, owner) })
    if (saysSame(row, one)) plan.keep.push({ nth, id: row.id })
    else plan.rewrite.push({ nth, id: row.id })
  })
  return plan
}

const emptyPlan = (): Plan => ({ add: [], rewrite: [], end: [], remove: [], keep: [] })

const saysSame = (row: Row, wanted: Wanted) => row.key === wanted.key && row.content === wanted.content

// By id first, then the same for the same, then what is about the same.
function matched(rows: readonly Row[], wanted: readonly Wanted[]) {
  const left = new Map(rows.map((row) => [row.id, row]))
  const pairs: (Row | undefined)[] = wanted.map(() => undefined)
  const match = (find: (one: Wanted) => Row | undefined) =>
    wanted.forEach((one, nth) => {
      if (pairs[nth]) return
      const row = find(one)
      if (!row) return
      pairs[nth] = row
      left.delete(row.id)
    })
  match(({ id }) => (id === undefined ? undefined : left.get(id)))
  match((one) => left.values().find((row) => one.id === undefined && saysSame(row, one)))
  match((one) => left.values().find((row) => one.id === undefined && row.key === one.key))
  return { pairs, left: [...left.values()] }
}

// What ends on the day it begins never held.
function stop(plan: Plan, { id, validFrom }: Row, on: Date): void {
  if (validFrom && validFrom >= on) plan.remove.push({ id })
  else plan.end.push({ id, on })
}

const earliest = (days: (Date | null)[]): Date | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null)
const latest = (days: (Date | null)[]): Date | null =>
  days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null)

const slotOf = ({ key, slot = key }: Wanted): string => slot

/** When what comes next of a slot begins, or the owner ends; null for never. */
export function untilNext(rows: readonly Row[], one: Wanted, on: Date, { validTo }: Period): Date | null {
  const later = rows.filter((row) => slotOf(row) === slotOf(one) && row.validFrom && row.validFrom > on)
  return earliest([...later.map(({ validFrom }) => validFrom), validTo])
}

// As long as the owner, between what is said of the same before and after.
function around(rows: readonly Row[], one: Wanted, on: Date, owner: Period): Period {
  const before = rows.filter((row) => slotOf(row) === slotOf(one) && row.validTo && row.validTo <= on)
  return {
    validFrom: latest([...before.map(({ validTo }) => validTo), owner.validFrom]),
    validTo: untilNext(rows, one, on, owner),
  }
}
