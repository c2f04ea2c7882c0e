import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoursOfQuiet, isDayOfNews, isQuiet, isUrgent, usualQuiet } from './rules.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const isHoliday = (one: Date) => one.getTime() === day('2027-05-17').getTime()

describe('quiet hours', () => {
  it('go over midnight', () => {
    expect([19, 20, 23, 0, 6, 7, 12].map((hour) => isQuiet(usualQuiet, hour))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('are as many as there are from the one to the other', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(hour, hour, (from, until) => {
        const quiet = Array.from({ length: 24 }, (_, at) => isQuiet({ from, until }, at)).filter(Boolean).length
        expect(quiet).toBe((until - from + 24) % 24)
      }),
    )
  })

  it('are over when as many hours have gone as are left of them', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(hour, hour, hour, (from, until, now) => {
        const quiet = { from, until }
        if (!isQuiet(quiet, now)) return
        const left = Array.from({ length: hoursOfQuiet(quiet, now) }, (_, nth) => isQuiet(quiet, (now + nth) % 24))
        expect([left.every(Boolean), isQuiet(quiet, (now + left.length) % 24)]).toEqual([true, false])
      }),
    )
  })

  it('do not hold up a letter about a meeting of today or tomorrow', () => {
    expect(isUrgent(day('2027-03-11'), day('2027-03-10'))).toBe(true)
    expect(isUrgent(day('2027-03-12'), day('2027-03-10'))).toBe(false)
  })
})

describe('news', () => {
  it('come on working days', () => {
    expect(isDayOfNews('daily', day('2027-05-14'), isHoliday)).toBe(true)
    expect(isDayOfNews('daily', day('2027-05-15'), isHoliday)).toBe(false)
    expect(isDayOfNews('daily', day('2027-05-17'), isHoliday)).toBe(false)
  })

  it('come weekly on the first working day of the week', () => {
    expect(isDayOfNews('weekly', day('2027-05-10'), isHoliday)).toBe(true)
    expect(isDayOfNews('weekly', day('2027-05-11'), isHoliday)).toBe(false)
    // Monday is the seventeenth of May.
    expect(isDayOfNews('weekly', day('2027-05-18'), isHoliday)).toBe(true)
    expect(isDayOfNews('weekly', day('2027-05-19'), isHoliday)).toBe(false)
  })
})
