import { describe, expect, it } from 'vitest'
import { duty, openDemonstration, type Named } from '../../support/demonstration.ts'

const { data, readStructure } = await openDemonstration()

describe('Eidskog', () => {
  it('has two operative levels, an agreement of 2023 and a half coordinator', async () => {
    const { schemes, coordinatorPosts } = await readStructure('3416')
    expect(schemes[0]?.levels.filter(({ isOperative }) => isOperative)).toHaveLength(2)
    expect(schemes[0]?.agreements).toEqual([{ signedOn: '2023-06-07' }])
    expect(coordinatorPosts).toMatchObject([{ percent: 50 }])
  })

  it('has a politiråd that is the steering group, with 4 members by agreement and 4 standing invitations, leader unknown', async () => {
    const { withFunction } = await readStructure('3416')
    const [council] = withFunction('POLITIRAAD')
    expect(council?.functions.map(({ kind }) => kind).sort()).toEqual(['POLITIRAAD', 'STYRINGSGRUPPE'])
    const attached = (attachment: string) => council?.seats.filter((seat) => seat.attachment === attachment).length
    expect([attached('BY_AGREEMENT'), attached('STANDING_INVITATION')]).toEqual([4, 4])
    expect(council && duty(council, 'LEADS')).toEqual([])
    expect(council?.cadences[0]?.cadence).toMatchObject({ kind: 'RANGE', from: 2, to: 3, per: 'YEAR' })
    expect(council?.mandates.flatMap(({ clauses }) => clauses)).toHaveLength(11)
  })

  it('has a koordineringsgruppe that does not meet, whose mandate the arbeidsgruppe holds', async () => {
    const { withFunction } = await readStructure('3416')
    const [group] = withFunction('KOORDINERINGSGRUPPE')
    expect(group?.realisation).toBe('NOT_OPERATIVE')
    expect(group?.mandates.map(({ heldBy, clauses }) => [heldBy?.slug, clauses.length])).toEqual([
      ['slt-arbeidsgruppe', 9],
    ])
    const worker = withFunction('ARBEIDSGRUPPE').find(({ slug }) => slug === 'slt-arbeidsgruppe')
    expect(worker?.seats.filter(({ attachment }) => attachment === 'MEMBER')).toHaveLength(9)
  })

  it('shares a border group with Eda in Sweden', async () => {
    const { withFunction } = await readStructure('3416')
    const [group] = withFunction('GRENSEGRUPPE')
    expect(
      group?.municipalities.map(({ municipality }) => municipality).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ).toEqual([
      { name: 'Eda', country: 'SE' },
      { name: 'Eidskog', country: 'NO' },
    ])
    const { municipality } = await data<{ municipality: { name: string; bodies: Named[] } }>(
      `{ municipality(number: "1730", country: "SE") { name bodies { name } } }`,
    )
    expect(municipality).toMatchObject({ name: 'Eda', bodies: [{ name: 'Grensegruppe' }] })
  })
})
