import { expect, it } from 'vitest'
import { merge } from './merge'

const base = { name: 'Rådet', summary: '', functions: ['A'] }

it('keeps what only one of two changed, and asks about what both did', () => {
  const mine = { name: 'Mitt', summary: 'Ny omtale', functions: ['A'] }
  const theirs = { name: 'Deres', summary: '', functions: ['A', 'B'] }
  expect(merge(base, mine, theirs)).toEqual({
    merged: { name: 'Mitt', summary: 'Ny omtale', functions: ['A', 'B'] },
    conflicts: ['name'],
  })
})

it('asks about nothing when both changed the same to the same', () => {
  const same = { ...base, name: 'Likt' }
  expect(merge(base, same, same)).toEqual({ merged: same, conflicts: [] })
})
