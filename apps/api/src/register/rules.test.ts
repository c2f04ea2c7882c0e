import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Period } from '@samrad/db'
import { isInForce } from '../in-force.ts'
import { planChange, planCorrection, type Plan, type Row, type Wanted } from './rules.ts'

const day = (nth: number) => new Date(Date.UTC(2020, 0, 1 + nth))
const always: Period = { validFrom: null, validTo: null }

/** The rows after a plan has been carried out. */
function carriedOut(rows: Row[], wanted: Wanted[], plan: Plan): Row[] {
  const removed = new Set(plan.remove.map(({ id }) => id))
  const kept = rows
    .filter(({ id }) => !removed.has(id))
    .map((row) => {
      const end = plan.end.find(({ id }) => id === row.id)
      const rewrite = plan.rewrite.find(({ id }) => id === row.id)
      const { key = row.key, content = row.content } = (rewrite && wanted[rewrite.nth]) ?? {}
      return { ...row, key, content, validTo: end ? end.on : row.validTo }
    })
  const added = plan.add.map(({ nth, period }): Row => {
    const { key, content } = wanted[nth] as Wanted
    return { id: `new ${nth}`, key, content, ...period }
  })
  return [...kept, ...added]
}

const said = (rows: Row[], on: Date) =>
  rows
    .filter((row) => isInForce(row, on))
    .map(({ key, content }) => `${key}=${content}`)
    .sort()

// A history without overlaps: for each key some periods after one another.
const histories: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      content: fc.constantFrom('x', 'y'),
      from: fc.option(fc.nat(20)),
      to: fc.option(fc.nat(20)),
    }),
    { maxLength: 8 },
  )
  .map((drafts) => {
    const rows: Row[] = []
    drafts.forEach(({ key, content, from, to }, nth) => {
      const row = {
        id: `${nth}`,
        key,
        content,
        validFrom: from === null ? null : day(from),
        validTo: to === null ? null : day(to),
      }
      const isBackwards = row.validFrom && row.validTo && row.validFrom >= row.validTo
      const overlaps = rows.some(
        (other) =>
          other.key === key &&
          Array.from({ length: 24 }, (_, on) => day(on - 1)).some((on) => isInForce(other, on) && isInForce(row, on)),
      )
      if (!isBackwards && !overlaps) rows.push(row)
    })
    return rows
  })
const wishes: fc.Arbitrary<Wanted[]> = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('a', 'b', 'c'), content: fc.constantFrom('x', 'y') }),
  { selector: ({ key }) => key },
)
const days = fc.integer({ min: 1, max: 19 }).map(day)

describe('a change', () => {
  it('makes hold on its day what is wanted, and leaves every earlier day as it was', () => {
    fc.assert(
      fc.property(histories, wishes, days, (rows, wanted, on) => {
        const after = carriedOut(rows, wanted, planChange(rows, wanted, on, always))
        expect(said(after, on)).toEqual(wanted.map(({ key, content }) => `${key}=${content}`).sort())
        for (let before = -1; day(before) < on; before++)
          expect(said(after, day(before))).toEqual(said(rows, day(before)))
      }),
    )
  })

  it('leaves what is planned for later, and never says the same twice for one day', () => {
    fc.assert(
      fc.property(histories, wishes, days, (rows, wanted, on) => {
        const after = carriedOut(rows, wanted, planChange(rows, wanted, on, always))
        for (const row of rows.filter(({ validFrom }) => validFrom && validFrom > on)) expect(after).toContainEqual(row)
        for (let nth = -1; nth < 24; nth++) {
          const keys = after.filter((row) => isInForce(row, day(nth))).map(({ key }) => key)
          expect(keys.length).toBe(new Set(keys).size)
        }
        for (const { validFrom, validTo } of after) expect(!validFrom || !validTo || validFrom < validTo).toBe(true)
      }),
    )
  })

  it('does nothing when everything is as wanted', () => {
    const rows: Row[] = [{ id: '1', key: 'a', content: 'x', validFrom: null, validTo: null }]
    const plan = planChange(rows, [{ key: 'a', content: 'x' }], day(5), always)
    expect(plan).toEqual({ add: [], rewrite: [], end: [], remove: [], keep: [{ nth: 0, id: '1' }] })
  })

  it('of a seat that is named keeps it the same seat whatever it is called', () => {
    const rows: Row[] = [{ id: 'seat', key: 'Leder', content: 'x', validFrom: day(0), validTo: null }]
    const { end, add } = planChange(rows, [{ id: 'seat', key: 'Nestleder', content: 'x' }], day(5), always)
    expect([end, add]).toEqual([
      [{ id: 'seat', on: day(5) }],
      [{ nth: 0, period: { validFrom: day(5), validTo: null }, before: 'seat' }],
    ])
  })
})

describe('a correction', () => {
  it('makes hold on its day what is wanted, and writes no history', () => {
    fc.assert(
      fc.property(histories, wishes, days, (rows, wanted, on) => {
        const plan = planCorrection(rows, wanted, on, always)
        expect(plan.end).toEqual([])
        const after = carriedOut(rows, wanted, plan)
        expect(said(after, on)).toEqual(wanted.map(({ key, content }) => `${key}=${content}`).sort())
        for (const row of rows.filter((one) => !isInForce(one, on))) expect(after).toContainEqual(row)
      }),
    )
  })

  it('adds what was forgotten for as long as the thing exists', () => {
    const owner = { validFrom: day(2), validTo: day(9) }
    expect(planCorrection([], [{ key: 'a', content: 'x' }], day(5), owner).add).toEqual([{ nth: 0, period: owner }])
  })
})
