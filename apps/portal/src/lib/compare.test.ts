import { expect, it } from 'vitest'
import { compare } from './compare.ts'

it('tells what came, ended and was renamed', () => {
  const before = [
    { id: '1', name: 'Styre' },
    { id: '2', name: 'Team vest' },
    { id: '3', name: 'Team øst' },
  ]
  const after = [
    { id: '1', name: 'Styringsgruppe' },
    { id: '3', name: 'Team øst' },
    { id: '4', name: 'Team' },
  ]
  expect(compare(before, after)).toEqual({
    came: [{ id: '4', name: 'Team' }],
    ended: [{ id: '2', name: 'Team vest' }],
    renamed: [{ before: { id: '1', name: 'Styre' }, after: { id: '1', name: 'Styringsgruppe' } }],
  })
})
