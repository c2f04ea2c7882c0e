import { afterEach, describe, expect, it } from 'vitest'
import {
  locales,
  overwriteGetLocale,
  sayAges,
  sayCadence,
  sayDay,
  sayKnownDay,
  sayNumber,
  sayPeriod,
  type SaidCadence,
} from './index.ts'

const nothing = { times: null, from: null, to: null, per: null, every: null, unit: null, seasons: [] }
const cadence = (given: Partial<SaidCadence> & Pick<SaidCadence, 'kind'>): SaidCadence => ({ ...nothing, ...given })
const inEveryLanguage = (say: () => string) =>
  locales.map((locale) => {
    overwriteGetLocale(() => locale)
    return say()
  })

afterEach(() => overwriteGetLocale(() => 'nb'))

describe('a cadence is said in three languages', () => {
  it.each<[SaidCadence, string[]]>([
    [
      cadence({ kind: 'MINIMUM', times: 4, per: 'YEAR' }),
      ['minst 4 ganger i året', 'minst 4 gonger i året', 'at least 4 times a year'],
    ],
    [
      cadence({ kind: 'RANGE', from: 2, to: 3, per: 'YEAR' }),
      ['2–3 ganger i året', '2–3 gonger i året', '2–3 times a year'],
    ],
    [
      cadence({ kind: 'RANGE', from: 1, to: 1, per: 'QUARTER' }),
      ['én gang i kvartalet', 'éin gong i kvartalet', 'once a quarter'],
    ],
    [cadence({ kind: 'INTERVAL', every: 4, unit: 'WEEK' }), ['hver 4. uke', 'kvar 4. veke', 'every 4 weeks']],
    [cadence({ kind: 'INTERVAL', every: 1, unit: 'MONTH' }), ['hver måned', 'kvar månad', 'every month']],
    [
      cadence({ kind: 'PER_SEASON', times: 1, seasons: ['SPRING', 'AUTUMN'] }),
      ['én gang hver vår og høst', 'éin gong kvar vår og haust', 'once every spring and autumn'],
    ],
    [cadence({ kind: 'IRREGULAR' }), ['ved behov', 'ved behov', 'when needed']],
  ])('%#', (given, said) => {
    expect(inEveryLanguage(() => sayCadence(given))).toEqual(said)
  })
})

describe('days, periods, ages and numbers', () => {
  it('are said the Norwegian way', () => {
    expect(inEveryLanguage(() => sayDay('2019-02-04'))).toEqual([
      '4. februar 2019',
      '4. februar 2019',
      '4 February 2019',
    ])
    overwriteGetLocale(() => 'nb')
    expect(sayNumber(69_654).replace(/\s/, ' ')).toBe('69 654')
  })

  it('are said as exactly as they are known', () => {
    overwriteGetLocale(() => 'nb')
    expect(sayKnownDay('2015-09-01', 'SEASON')).toBe('høsten 2015')
    expect(sayKnownDay('2013-05-01', 'MONTH')).toBe('mai 2013')
    expect(sayKnownDay('2013-01-01', 'YEAR')).toBe('2013')
    const period = {
      from: '2019-01-01',
      fromIs: 'NO_LATER_THAN',
      to: null,
      toIs: null,
      lastConfirmedOn: '2019-05-01',
      isPlanned: false,
    } as const
    expect(sayPeriod(period)).toBe('kjent fra 1. januar 2019, sist bekreftet 1. mai 2019')
    expect(sayPeriod({ ...period, from: null, lastConfirmedOn: null })).toBe('tidspunkt ikke kjent')
  })

  it('keep alternatives and open ends of ages', () => {
    const ages = { from: null, to: null, orTo: null, isUnlimited: false, wording: 'unge' }
    expect(sayAges({ ...ages, from: 0, to: 23, orTo: 18 })).toBe('0–18 år, i noen tilfeller til 23 år')
    expect(sayAges({ ...ages, from: 13 })).toBe('fra 13 år')
    expect(sayAges({ ...ages, isUnlimited: true })).toBe('ingen aldersgrense')
    expect(sayAges(ages)).toBe('unge')
  })
})
