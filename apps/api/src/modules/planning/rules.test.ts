import type { Cadence } from '@samrad/schema'
import { describe, expect, it } from 'vitest'
import { holidaysIn, isUsualBreak } from './holidays.ts'
import { busiest, dayIn, openSlots, slotsOf, usualWeekday, type DayOff } from './rules.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const said = (date: Date | null) => date?.toISOString().slice(0, 10)
const tuesday = 2

/** The days of a plan, with nothing off but what is said. */
const plan = (cadence: Cadence, off: Record<string, DayOff> = {}, extra: Parameters<typeof slotsOf>[2] = {}) =>
  slotsOf(cadence, 2027, extra).map((slot) => dayIn(slot, tuesday, (one) => off[said(one) ?? '']))
const days = (...given: Parameters<typeof plan>) => plan(...given).map(({ on }) => said(on))
const holiday: DayOff = { why: 'holiday', name: 'x' }

describe('a plan of a year', () => {
  it('has one meeting in the middle of each quarter where there are to be four, on the weekday of the body', () => {
    expect(days({ kind: 'minimum', times: 4, per: 'year' })).toEqual([
      '2027-02-16',
      '2027-05-18',
      '2027-08-17',
      '2027-11-16',
    ])
    expect(days({ kind: 'minimum', times: 1, per: 'quarter' })).toHaveLength(4)
  })
  it('has the fewest of a range, or as many as are asked for', () => {
    expect(days({ kind: 'range', from: 2, to: 3, per: 'year' })).toHaveLength(2)
    expect(days({ kind: 'range', from: 2, to: 3, per: 'year' }, {}, { times: 3 })).toHaveLength(3)
    expect(days({ kind: 'irregular' })).toEqual([])
    expect(days({ kind: 'irregular' }, {}, { times: 1 })).toEqual(['2027-06-29'])
  })
  it('goes on every fourth week from the last meeting of the year before', () => {
    const weeks = days({ kind: 'interval', every: 4, unit: 'week' }, {}, { last: day('2026-12-15') })
    expect(weeks.slice(0, 3)).toEqual(['2027-01-12', '2027-02-09', '2027-03-09'])
    expect(weeks).toHaveLength(13)
  })
  it('has every day of the year in one slot, however often they meet', () => {
    for (const every of [1, 2, 3, 4])
      for (const unit of ['week', 'month'] as const) {
        const slots = slotsOf({ kind: 'interval', every, unit }, 2027, { last: day('2026-12-15') })
        for (const [nth, { from }] of slots.entries()) {
          const before = slots[nth - 1]
          if (before) expect(from.getTime() - before.until.getTime()).toBe(86_400_000)
        }
      }
    expect(slotsOf({ kind: 'perSeason', times: 366, seasons: ['spring', 'autumn'] }, 2027, {})).toHaveLength(60)
  })
  it('has a day a month where that is the cadence, also after the 31st', () => {
    const monthly = slotsOf({ kind: 'interval', every: 1, unit: 'month' }, 2027, { last: day('2026-12-31') })
    expect(monthly.map(({ target }) => said(target)).slice(0, 2)).toEqual(['2027-01-31', '2027-02-28'])
    expect(monthly).toHaveLength(12)
  })
  it('has one in spring and one in autumn', () => {
    expect(days({ kind: 'perSeason', times: 1, seasons: ['autumn', 'spring'] })).toEqual(['2027-04-27', '2027-11-02'])
  })
  it('passes over a day off for the next of that weekday, and says why', () => {
    const [first] = plan({ kind: 'minimum', times: 4, per: 'year' }, { '2027-02-16': holiday })
    expect(said(first?.on ?? null)).toBe('2027-02-09')
    expect(first?.passedOver).toEqual([{ on: day('2027-02-16'), off: holiday }])
  })
  it('takes another working day when all of that weekday are off, and none when all days are', () => {
    const slot = { from: day('2027-05-10'), until: day('2027-05-16'), target: day('2027-05-12') }
    const on = (off: (one: Date) => boolean) => said(dayIn(slot, tuesday, (one) => (off(one) ? holiday : undefined)).on)
    expect(on((one) => said(one) === '2027-05-11')).toBe('2027-05-12')
    expect(on(() => true)).toBeUndefined()
  })
  it('leaves what is planned already', () => {
    const slots = slotsOf({ kind: 'minimum', times: 4, per: 'year' }, 2027, {})
    expect(openSlots(slots, [day('2027-05-04'), day('2027-05-05')])).toEqual([slots[0], slots[2], slots[3]])
  })
  it('is on the weekday that most meetings were on', () => {
    expect(usualWeekday([])).toBe(2)
    expect(usualWeekday([day('2026-01-08'), day('2026-03-05'), day('2026-05-06')])).toBe(4)
    expect(usualWeekday([day('2026-01-10')])).toBe(2)
  })
  it('goes by the cadence that asks for most, where several are claimed', () => {
    const monthly: Cadence = { kind: 'interval', every: 1, unit: 'month' }
    expect(busiest([{ kind: 'minimum', times: 4, per: 'year' }, monthly])).toBe(monthly)
    expect(busiest([])).toBeUndefined()
  })
})

describe('Norwegian days off', () => {
  it('are the public holidays and the eves, also those that move with Easter', () => {
    const year = holidaysIn(2026)
    expect([...year.keys()].toSorted()).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-17',
      '2026-05-24',
      '2026-05-25',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
    ])
    expect(year.get('2026-05-14')).toBe('ascension_day')
    // Whit Monday is the 17th of May.
    expect(holidaysIn(2027).get('2027-05-17')).toBeDefined()
  })
  it('are in the week before Easter, between the years and in the heart of summer everywhere', () => {
    expect(
      ['2027-03-22', '2027-03-24', '2027-12-29', '2027-01-01', '2027-07-15'].map((one) => isUsualBreak(day(one))),
    ).toEqual([true, true, true, true, true])
    expect(
      ['2027-03-19', '2027-03-30', '2027-06-21', '2027-08-16', '2027-02-24'].map((one) => isUsualBreak(day(one))),
    ).toEqual([false, false, false, false, false])
  })
})
