import { describe, expect, it } from 'vitest'
import { openDemonstration } from '../../support/demonstration.ts'

const { readStructure } = await openDemonstration()

describe('Lillehammer', () => {
  it('has a politiråd, a beredskapsgruppe, KAOS with two groups, and a coordinator', async () => {
    const { withFunction, bodies, coordinatorPosts } = await readStructure('3405')
    expect(withFunction('POLITIRAAD')).toHaveLength(1)
    expect(withFunction('BEREDSKAPSGRUPPE')).toHaveLength(1)
    expect(bodies.filter(({ name }) => name.includes('KAOS')).length).toBeGreaterThanOrEqual(2)
    expect(coordinatorPosts).toMatchObject([{ percent: null }])
  })

  it('rests on the council’s decisions 94/12 and 8/13', async () => {
    const { schemes } = await readStructure('3405')
    expect(schemes[0]?.events.map(({ reference }) => reference)).toEqual(
      expect.arrayContaining([expect.stringContaining('94/12'), expect.stringContaining('8/13')]),
    )
  })
})
