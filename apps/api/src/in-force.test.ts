import { describe, expect, it } from 'vitest'
import { dayWithin, inForce, isInForce, versionAt } from './in-force.ts'

const day = (text: string | null) => (text ? new Date(`${text}T00:00:00Z`) : null)
const period = (from: string | null, to: string | null) => ({ validFrom: day(from), validTo: day(to) })
const on = (text: string) => new Date(`${text}T00:00:00Z`)

describe('a period', () => {
  it('holds from its first day until the day before its end', () => {
    const spring = period('2019-03-01', '2019-06-01')
    expect(['2019-02-28', '2019-03-01', '2019-05-31', '2019-06-01'].map((date) => isInForce(spring, on(date)))).toEqual(
      [false, true, true, false],
    )
  })

  it('is unbounded where nothing is said', () => {
    expect(inForce([period(null, null), period(null, '2000-01-01')], on('2019-01-01'))).toEqual([period(null, null)])
  })
})

describe('the version on a date', () => {
  const first = { ...period('2013-01-01', '2016-01-01'), name: 'first' }
  const second = { ...period('2018-01-01', null), name: 'second' }

  it.each([
    ['2014-01-01', 'first'],
    ['2020-01-01', 'second'],
    ['2017-01-01', 'first'],
    ['1990-01-01', 'first'],
  ])('on %s is the %s', (date, name) => {
    expect(versionAt([second, first], on(date)).name).toBe(name)
  })
})

describe('the day an identity is read as of', () => {
  const body = period('2016-09-07', '2020-01-01')

  it.each([
    ['2018-01-01', '2018-01-01'],
    ['2026-01-01', '2019-12-31'],
    ['2010-01-01', '2016-09-07'],
  ])('asked on %s is %s', (asked, read) => {
    expect(dayWithin(body, on(asked))).toEqual(on(read))
  })
})
