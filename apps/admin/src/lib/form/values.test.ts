import { expect, it } from 'vitest'
import { asTime } from './values'

it.each([
  ['9', '09:00'],
  ['09', '09:00'],
  ['9.30', '09:30'],
  ['09:30', '09:30'],
  ['0930', '09:30'],
  ['kl. 9', '09:00'],
  ['kl 13.15 ', '13:15'],
  ['', ''],
  ['ni', 'ni'],
  ['25', '25'],
  ['9.75', '9.75'],
  ['12:00-14:00', '12:00-14:00'],
])('a time of day written as «%s» is «%s»', (written, time) => {
  expect(asTime(written)).toBe(time)
})
