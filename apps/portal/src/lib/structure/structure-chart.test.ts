import { expect, it } from 'vitest'
import { treesOf } from './structure-chart.ts'

const body = (id: string, parent?: string) => ({ id, reportsTo: parent ? [{ parent: { id: parent } }] : [] })
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
