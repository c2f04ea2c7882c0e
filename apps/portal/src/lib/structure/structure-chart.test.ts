import { expect, it } from 'vitest'
import { treesOf } from './structure-chart.ts'

const body = (id: string, ...parents: string[]) => ({
  id,
  reportsTo: parents.map((parent) => ({ parent: { id: parent, name: parent } })),
})
type Shape = { item: { id: string }; below: Shape[] }
const shape = ({ item, below }: Shape): unknown => (below.length ? { [item.id]: below.map(shape) } : item.id)
const draw = (...bodies: ReturnType<typeof body>[]) => {
  const { trees, alone } = treesOf(bodies)
  return { trees: trees.map(shape), alone: alone.map(({ id }) => id) }
}

it.each([
  ['one tier', [body('a'), body('b')], { trees: ['a', 'b'], alone: [] }],
  ['two tiers', [body('top'), body('a', 'top'), body('b', 'top')], { trees: [{ top: ['a', 'b'] }], alone: [] }],
  [
    'three levels',
    [body('top'), body('mid', 'top'), body('low', 'mid')],
    { trees: [{ top: [{ mid: ['low'] }] }], alone: [] },
  ],
  [
    'what stands beside the structure',
    [body('top'), body('a', 'top'), body('network')],
    { trees: [{ top: ['a'] }], alone: ['network'] },
  ],
  ['what reports to somebody unseen', [body('a', 'unseen')], { trees: ['a'], alone: [] }],
  ['nothing', [], { trees: [], alone: [] }],
])('draws %s', (_what, bodies, drawn) => {
  expect(draw(...bodies)).toEqual(drawn)
})

it('draws a body once and says by name what else it reports to', () => {
  const { trees } = treesOf([body('a'), body('b'), body('c', 'a', 'b'), body('d', 'elsewhere')])
  const below = trees.find(({ item }) => item.id === 'a')?.below
  expect(below?.map(({ item }) => [item.id, item.isBelow, item.others])).toEqual([['c', true, ['b']]])
  const { trees: lone } = treesOf([body('d', 'elsewhere')])
  expect(lone.map(({ item }) => [item.isBelow, item.others])).toEqual([[false, ['elsewhere']]])
})
