import { expect, it } from 'vitest'
import { readDay } from './dates.ts'

it.each([
  ['2019-02-04', '2019-02-04', 'day'],
  ['2016-10', '2016-10-01', 'month'],
  ['2015-autumn', '2015-09-01', 'season'],
  ['2013', '2013-01-01', 'year'],
  ['no later than 2019-02-20', '2019-02-20', 'no_later_than'],
  ['no earlier than 2019', '2019-01-01', 'no_earlier_than'],
  ['open', null, 'open'],
])('reads «%s»', (text, on, is) => {
  expect(readDay(text)).toEqual({ on, is })
})

it.each(['04.02.2019', '2019-02-30', '2019-13', 'spring 2015', ''])('does not read «%s»', (text) => {
  expect(readDay(text)).toBeUndefined()
})
