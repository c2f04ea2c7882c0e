import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ages, Cadence, cadencePeriods, cadenceUnits, fewestPerYear, seasons } from './index.ts'

const times = fc.integer({ min: 1, max: 52 })
const cadences: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({ kind: fc.constant('minimum' as const), times, per: fc.constantFrom(...cadencePeriods) }),
  fc
    .record({
      kind: fc.constant('range' as const),
      from: times,
      more: fc.nat(5),
      per: fc.constantFrom(...cadencePeriods),
    })
    .map(({ more, ...range }) => ({ ...range, to: range.from + more })),
  fc.record({ kind: fc.constant('interval' as const), every: times, unit: fc.constantFrom(...cadenceUnits) }),
  fc.record({
    kind: fc.constant('perSeason' as const),
    times,
    seasons: fc.uniqueArray(fc.constantFrom(...seasons), { minLength: 1 }),
  }),
  fc.constant({ kind: 'irregular' as const }),
)

describe('a cadence', () => {
  it('survives being stored and read, whatever it is', () => {
    fc.assert(
      fc.property(cadences, (cadence) => {
        expect(Cadence.parse(JSON.parse(JSON.stringify(cadence)))).toEqual(cadence)
      }),
    )
  })

  it.each<[string, Cadence, number | undefined]>([
    ['minimum fire møter per år', { kind: 'minimum', times: 4, per: 'year' }, 4],
    ['ett i kvartalet', { kind: 'range', from: 1, to: 1, per: 'quarter' }, 4],
    ['2-3 ganger pr. år', { kind: 'range', from: 2, to: 3, per: 'year' }, 2],
    ['hver fjerde uke', { kind: 'interval', every: 4, unit: 'week' }, 13],
    ['annenhver måned', { kind: 'interval', every: 2, unit: 'month' }, 6],
    ['ett på våren og ett på høsten', { kind: 'perSeason', times: 1, seasons: ['spring', 'autumn'] }, 2],
    ['ved behov', { kind: 'irregular' }, undefined],
  ])('«%s» is at least so many a year', (_wording, cadence, fewest) => {
    expect(fewestPerYear(cadence)).toBe(fewest)
  })

  it('is refused when it runs backwards or says what it is not', () => {
    expect(Cadence.safeParse({ kind: 'range', from: 3, to: 2, per: 'year' }).success).toBe(false)
    expect(Cadence.safeParse({ kind: 'irregular', times: 2 }).success).toBe(false)
    expect(Cadence.safeParse({ kind: 'minimum', times: 0, per: 'year' }).success).toBe(false)
  })
})

describe('ages', () => {
  it('may be open, alternative or unlimited, but run from young to old', () => {
    expect(Ages.safeParse({ from: 0, to: 23, orTo: 18, wording: '0-18/23' }).success).toBe(true)
    expect(Ages.safeParse({ isUnlimited: true, wording: 'ingen aldersbegrensning' }).success).toBe(true)
    expect(Ages.safeParse({ from: 18, wording: 'alle over 18 år' }).success).toBe(true)
    expect(Ages.safeParse({ from: 23, to: 12, wording: '23-12' }).success).toBe(false)
  })
})
