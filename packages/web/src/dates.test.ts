import { isDay } from '@samrad/i18n'
import { expect, it } from 'vitest'
import { dateFrom, yearIn } from './dates.ts'

it('a day is one that is in the calendar', () => {
  expect(['2024-02-29', '0001-01-01'].every(isDay)).toBe(true)
  expect(['2023-02-29', '2024-2-9', '0000-01-01', '20240101', '2024-01-01T00:00', ''].some(isDay)).toBe(false)
})

it('an address without a date asks for today, and one with a false date for nothing', () => {
  expect(dateFrom(new URL('http://x/?dato='), 'dato')).toBeNull()
  expect(dateFrom(new URL('http://x/?dato=2024-02-29'), 'dato')).toBe('2024-02-29')
  expect(() => dateFrom(new URL('http://x/?dato=i+dag'), 'dato')).toThrow()
})

it('an address asks for a year that makes sense, or for none', () => {
  const asked = (query: string) => yearIn(new URL(`http://x/${query}`))
  expect(['?aar=2027', '?aar=2100', '?aar=1900'].map(asked)).toEqual([2027, 2100, 1900])
  for (const none of ['', '?aar=', '?aar=i+fjor', '?aar=9999', '?aar=2027-01']) expect(asked(none)).toBeUndefined()
})
