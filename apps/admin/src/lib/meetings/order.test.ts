import { expect, it } from 'vitest'
import { moved } from './order'

it('an item is moved a step, or to the place of another, within the agenda', () => {
  const items = ['a', 'b', 'c']
  expect(moved(items, 'up b')).toEqual(['b', 'a', 'c'])
  expect(moved(items, 'down b')).toEqual(['a', 'c', 'b'])
  expect(moved(items, 'a to c')).toEqual(['b', 'c', 'a'])
  expect(moved(items, 'c to a')).toEqual(['c', 'a', 'b'])
  expect(moved(items, '')).toEqual(items)
  for (const none of ['up a', 'down c', 'up x', 'a to x', 'sideways a']) expect(moved(items, none)).toBeUndefined()
})
