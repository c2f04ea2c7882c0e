import { expect, it } from 'vitest'
import { landNeighbours, municipalityFeatures, parallelNames } from './index.ts'

it('has the borders of all 357 municipalities', () => {
  expect(municipalityFeatures().features).toHaveLength(357)
})

it('finds neighbours, the same from both sides', () => {
  const pairs = new Set(landNeighbours().map(([of, is]) => `${of}-${is}`))
  expect(pairs).toContain('3416-3401')
  for (const pair of pairs) expect(pairs).toContain(pair.split('-').reverse().join('-'))
})

it('knows parallel official names', () => {
  expect(parallelNames().get('5001')).toEqual(['Trondheim', 'Tråante'])
  expect(parallelNames().has('4601')).toBe(false)
})
