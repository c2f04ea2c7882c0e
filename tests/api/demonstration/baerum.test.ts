import { describe, expect, it } from 'vitest'
import { openDemonstration, type Body } from '../../support/demonstration.ts'

const { data, readStructure } = await openDemonstration()

describe('Bærum', () => {
  const members = ({ seats }: Body) => seats.filter(({ groupTitle }) => !/sekret/i.test(groupTitle ?? ''))

  it('in 2016 has a styre of 5 and 2 secretaries, one member only from 30 August', async () => {
    const { withFunction } = await readStructure('3201', '2016-12-31')
    const [board] = withFunction('STYRINGSGRUPPE')
    if (!board) throw new Error('no styre')
    expect([members(board).length, board.seats.length]).toEqual([5, 7])
    expect(board.cadences[0]?.cadence).toMatchObject({ kind: 'MINIMUM', times: 4, per: 'YEAR' })
    const before = await readStructure('3201', '2016-08-29')
    const [earlier] = before.withFunction('STYRINGSGRUPPE')
    expect(earlier && members(earlier)).toHaveLength(4)
  })

  it('in 2021 has a styre of 5, one of them with a double title', async () => {
    const { withFunction } = await readStructure('3201', '2021-09-29')
    const [board] = withFunction('STYRINGSGRUPPE')
    expect(board && members(board)).toHaveLength(5)
    expect(board?.seats.filter(({ roleTitle }) => roleTitle.includes('/'))).toHaveLength(1)
  })

  it('in 2016 has a koordineringsgruppe of 9 services and the 2 coordinators, monthly', async () => {
    const { withFunction } = await readStructure('3201', '2016-12-31')
    const [group] = withFunction('KOORDINERINGSGRUPPE')
    expect(
      group?.seats.filter(({ roleTitle }) => !/koordinator/i.test(roleTitle) || /forebyggende/i.test(roleTitle)),
    ).toHaveLength(9)
    expect(group?.cadences[0]?.cadence).toMatchObject({ kind: 'INTERVAL', every: 1, unit: 'MONTH' })
  })

  it('has four ungdomsteam in 2016, every fourth week, and three in 2021', async () => {
    const teams = (await readStructure('3201', '2016-12-31')).withFunction('UNGDOMSTEAM')
    expect(teams).toHaveLength(4)
    for (const team of teams)
      expect(team.cadences[0]?.cadence).toMatchObject({ kind: 'INTERVAL', every: 4, unit: 'WEEK' })
    expect((await readStructure('3201', '2021-09-29')).withFunction('UNGDOMSTEAM')).toHaveLength(3)
    expect((await readStructure('3201', '2018-06-01')).withFunction('UNGDOMSTEAM')).toHaveLength(4)
  })

  it('has 13 external partners, three levels and target ages that contradict each other', async () => {
    const { schemes } = await readStructure('3201', '2016-12-31')
    expect(schemes[0]?.partnerships).toHaveLength(13)
    expect(schemes[0]?.levels).toHaveLength(3)
    const ages = schemes[0]?.targetGroups.map((group) => group.ages)
    expect(ages).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ from: 0, to: 23, orTo: null }),
        expect.objectContaining({ from: 0, to: 23, orTo: 18 }),
        expect.objectContaining({ from: 12, to: 23, orTo: 18 }),
        expect.objectContaining({ isUnlimited: true }),
      ]),
    )
  })

  it('models the kjernegruppe as a forum that treats single cases', async () => {
    const { withFunction } = await readStructure('3201', '2016-12-31')
    expect(withFunction('KJERNEGRUPPE')).toMatchObject([{ isConfidential: true }])
  })

  it('dates the events of the scheme as well as the sources do', async () => {
    const { schemes } = await readStructure('3201')
    const dates = schemes[0]?.events.map(({ period }) => `${period.from} ${period.fromIs}`)
    expect(dates).toEqual(
      expect.arrayContaining([
        '2012-08-01 MONTH',
        '2013-05-01 MONTH',
        '2013-11-08 DAY',
        '2014-04-02 DAY',
        '2015-09-01 SEASON',
      ]),
    )
  })

  it('in 2016 took up 16 issues in the ungdomsteam and 25 in the koordineringsgruppe', async () => {
    const issuesIn = async (body: string) => {
      const { issues } = await data<{ issues: { totalCount: number; nodes: Issue[] } }>(
        'query ($body: String!) { issues(filter: { municipality: "3201", body: $body }, first: 50) { totalCount nodes { title stage raisedIs related { title } sources { quote } } } }',
        { body },
      )
      return issues
    }
    type Issue = { title: string; stage: string; raisedIs: string; related: { title: string }[] }
    const team = await issuesIn('ungdomsteam-vestre-baerum-13-16')
    expect(team.totalCount).toBe(16)
    expect(team.nodes.find(({ title }) => title === 'Beefing')).toMatchObject({
      stage: 'UNKNOWN',
      raisedIs: 'SEASON',
      related: [{ title: 'Arrangerte slåsskamper/ beefing' }],
    })
    expect(await issuesIn('slt-koordineringsgruppen')).toMatchObject({ totalCount: 25 })
  })
})
