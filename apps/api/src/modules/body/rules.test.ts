import type { Cadence } from '@samrad/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreed, inReportingOrder, keepsNationalAdvice, recordsOf, scheduleOf } from './rules.ts'

const on = (text: string) => new Date(`${text}T00:00:00Z`)
const days = (...texts: string[]) => texts.map(on)
const since2010 = { from: on('2010-01-01'), to: null }

describe('whether a body is on schedule', () => {
  const fourAYear: Cadence = { kind: 'minimum', times: 4, per: 'year' }
  const onePerQuarter: Cadence = { kind: 'range', from: 1, to: 1, per: 'quarter' }
  const everyFourthWeek: Cadence = { kind: 'interval', every: 4, unit: 'week' }
  const springAndAutumn: Cadence = { kind: 'perSeason', times: 1, seasons: ['spring', 'autumn'] }

  it.each<[string, Cadence, Date[], string, string]>([
    [
      'four in the last year',
      fourAYear,
      days('2016-02-01', '2016-05-01', '2016-09-01', '2016-12-01'),
      '2016-12-31',
      'on_schedule',
    ],
    ['three in the last year', fourAYear, days('2016-02-01', '2016-05-01', '2016-09-01'), '2016-12-31', 'behind'],
    ['one in the last quarter', onePerQuarter, days('2019-02-04'), '2019-05-01', 'on_schedule'],
    ['none in the last quarter', onePerQuarter, days('2019-02-04'), '2019-05-05', 'behind'],
    ['one four weeks ago', everyFourthWeek, days('2016-09-08'), '2016-10-05', 'on_schedule'],
    ['one more than four weeks ago', everyFourthWeek, days('2016-09-07'), '2016-10-05', 'behind'],
    ['one in spring and one in autumn', springAndAutumn, days('2019-03-01', '2019-11-30'), '2020-01-01', 'on_schedule'],
    ['one in spring only', springAndAutumn, days('2019-03-01'), '2020-01-01', 'behind'],
  ])('is said of %s', (_what, cadence, meetings, date, schedule) => {
    expect(scheduleOf(cadence, meetings, since2010, on(date))).toBe(schedule)
  })

  it('cannot be told where the records are too short or over', () => {
    expect(scheduleOf(fourAYear, days('2019-02-20'), { from: on('2019-02-20'), to: null }, on('2019-06-01'))).toBe(
      'cannot_tell',
    )
    expect(
      scheduleOf(fourAYear, days('2019-02-20'), { from: on('2010-01-01'), to: on('2019-03-01') }, on('2026-01-01')),
    ).toBe('cannot_tell')
    expect(scheduleOf({ kind: 'irregular' }, [], since2010, on('2026-01-01'))).toBe('cannot_tell')
  })

  it('never gets worse by one more meeting, and is never behind right after enough of them', () => {
    const cadences = fc.oneof(
      fc.record({
        kind: fc.constant('minimum' as const),
        times: fc.integer({ min: 1, max: 8 }),
        per: fc.constantFrom('year' as const, 'quarter' as const),
      }),
      fc.record({
        kind: fc.constant('interval' as const),
        every: fc.integer({ min: 1, max: 12 }),
        unit: fc.constantFrom('week' as const, 'month' as const),
      }),
      fc.constant(springAndAutumn),
    )
    const day = fc.date({ min: on('2015-01-01'), max: on('2020-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(cadences, fc.array(day), day, day, (cadence, meetings, more, date) => {
        const rank = { behind: 0, cannot_tell: 1, on_schedule: 2 }
        const before = scheduleOf(cadence, meetings, since2010, date)
        const after = scheduleOf(cadence, [...meetings, more], since2010, date)
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before])
      }),
    )
  })
})

describe('the records of a body known from documents', () => {
  it('end with the last document or meeting, whichever is later', () => {
    expect(recordsOf(days('2019-02-04', '2019-04-24'), on('2019-01-01'))).toEqual({
      from: on('2019-02-04'),
      to: on('2019-04-24'),
    })
    expect(recordsOf(days('2019-02-04'), on('2020-01-01')).to).toEqual(on('2020-01-01'))
    expect(recordsOf(days('2019-02-04'), null).to).toBeNull()
  })
})

describe('the national advice of four meetings a year', () => {
  const two: Cadence = { kind: 'perSeason', times: 1, seasons: ['spring', 'autumn'] }

  it('is kept by a politiråd with four, not by one with two or with 2–3', () => {
    expect(keepsNationalAdvice(['politiraad'], [{ kind: 'range', from: 1, to: 1, per: 'quarter' }])).toBe(true)
    expect(keepsNationalAdvice(['politiraad'], [two])).toBe(false)
    expect(keepsNationalAdvice(['styringsgruppe'], [{ kind: 'range', from: 2, to: 3, per: 'year' }])).toBe(false)
  })

  it('says nothing of other bodies or an unknown cadence', () => {
    expect(keepsNationalAdvice(['ungdomsteam'], [two])).toBeNull()
    expect(keepsNationalAdvice(['politiraad'], [])).toBeNull()
  })
})

describe('reporting order', () => {
  const body = (id: string, ...parents: string[]) => ({
    id,
    reportsTo: parents.map((parentId) => ({ parentId, validFrom: null, validTo: null })),
  })
  const order = (...bodies: ReturnType<typeof body>[]) => inReportingOrder(bodies, on('2020-01-01')).map(({ id }) => id)

  it('puts each body below what it reports to', () => {
    expect(order(body('team', 'group'), body('group', 'board'), body('board'), body('other'))).toEqual([
      'board',
      'group',
      'team',
      'other',
    ])
  })

  it('shows a body once, and one whose superior is not in the list at the top', () => {
    expect(order(body('a'), body('b'), body('c', 'a', 'b'), body('d', 'unseen'))).toEqual(['a', 'c', 'b', 'd'])
  })
})

it('says of several cadences only what all of them come to', () => {
  expect(agreed(['on_schedule', 'on_schedule'])).toBe('on_schedule')
  expect(agreed(['on_schedule', 'behind'])).toBe('cannot_tell')
  expect(agreed([])).toBeNull()
  const often: Cadence = { kind: 'minimum', times: 6, per: 'year' }
  const seldom: Cadence = { kind: 'minimum', times: 2, per: 'year' }
  expect(keepsNationalAdvice(['politiraad'], [often, seldom])).toBeNull()
  expect(keepsNationalAdvice(['politiraad'], [often, often])).toBe(true)
})
