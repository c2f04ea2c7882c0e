import { expect, it } from 'vitest'
import { todayInOslo } from './as-of.ts'

it('changes day at midnight in Oslo, not in Greenwich', () => {
  expect(todayInOslo(new Date('2026-06-30T21:59:00Z')).toISOString()).toBe('2026-06-30T00:00:00.000Z')
  expect(todayInOslo(new Date('2026-06-30T22:01:00Z')).toISOString()).toBe('2026-07-01T00:00:00.000Z')
  expect(todayInOslo(new Date('2026-12-31T23:01:00Z')).toISOString()).toBe('2027-01-01T00:00:00.000Z')
})
