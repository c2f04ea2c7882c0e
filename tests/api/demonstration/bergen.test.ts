import { describe, expect, it } from 'vitest'
import { duty, nameOf, openDemonstration } from '../../support/demonstration.ts'

const { readStructure } = await openDemonstration()

describe('Bergen', () => {
  it('has an overordna and four local politiråd, which report to it', async () => {
    const { withFunction } = await readStructure('4601')
    const councils = withFunction('POLITIRAAD')
    const top = councils.filter(({ reportsTo }) => reportsTo.length === 0)
    expect(councils).toHaveLength(5)
    expect(top).toHaveLength(1)
    expect(councils.filter(({ reportsTo }) => reportsTo[0]?.parent?.slug === top[0]?.slug)).toHaveLength(4)
    expect(councils[0]?.slug).toBe(top[0]?.slug)
  })

  it('has four byområder of two bydeler each, with their populations', async () => {
    const { areas } = await readStructure('4601')
    const byomraader = areas.filter(({ kind }) => kind === 'BYOMRAADE')
    const found = byomraader.map(({ name, parts, populations }) => [
      name.split(' ').at(-1),
      parts.map((part) => part.name),
      populations[0]?.count,
    ])
    expect(found).toHaveLength(4)
    expect(found).toEqual(
      expect.arrayContaining([
        ['Vest', ['Fyllingsdalen', 'Laksevåg'], 69_654],
        ['Sør', ['Fana', 'Ytrebygda'], 70_375],
        ['Sentrum', ['Bergenhus', 'Årstad'], 83_352],
        ['Nord', ['Arna', 'Åsane'], 55_284],
      ]),
    )
    expect(byomraader.every(({ populations }) => populations[0]?.countedOn === '2018-01-01')).toBe(true)
    expect(areas.filter(({ kind }) => kind === 'BYDEL')).toHaveLength(8)
    expect(byomraader.flatMap(({ servedBy }) => servedBy.map(({ isBorderEqual }) => isBorderEqual))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('has nine dated meetings in 2019: eight in two rounds with times, the overordna’s without round or time', async () => {
    const { withFunction } = await readStructure('4601')
    const meetings = withFunction('POLITIRAAD').flatMap((body) => body.meetings)
    expect(meetings).toHaveLength(9)
    expect(
      meetings
        .filter(({ round }) => round === '1/19')
        .map(({ heldOn }) => heldOn)
        .sort(),
    ).toEqual(['2019-02-04', '2019-02-05', '2019-02-06', '2019-02-14'])
    expect(
      meetings
        .filter(({ round }) => round === '2/19')
        .map(({ heldOn }) => heldOn)
        .sort(),
    ).toEqual(['2019-04-24', '2019-05-02', '2019-05-15', '2019-05-16'])
    expect(meetings.filter(({ round }) => round === null)).toEqual([
      { heldOn: '2019-02-20', startsAt: null, endsAt: null, round: null },
    ])
    expect(meetings.find(({ heldOn }) => heldOn === '2019-02-14')).toMatchObject({ startsAt: '13:00', endsAt: '15:30' })
  })

  it('keeps leader, chair and secretariat apart', async () => {
    const { withFunction } = await readStructure('4601')
    const [overordna, ...local] = withFunction('POLITIRAAD')
    for (const council of local) {
      expect(duty(council, 'LEADS')).toHaveLength(2)
      expect(duty(council, 'CHAIRS_MEETINGS').map(({ by }) => by?.post?.title)).toEqual([
        expect.stringMatching(/SLT.?koordinator/i),
      ])
      expect(duty(council, 'SECRETARIAT')).toHaveLength(1)
      expect(council.cadences.map(({ cadence }) => cadence)).toMatchObject([
        { kind: 'RANGE', from: 1, to: 1, per: 'QUARTER' },
      ])
    }
    if (!overordna) throw new Error('no overordna politiråd')
    expect(duty(overordna, 'LEADS').map(nameOf)).toEqual([
      expect.stringMatching(/byrådsleder/i),
      expect.stringMatching(/GDE/),
    ])
    expect(duty(overordna, 'CHAIRS_MEETINGS').map(nameOf)).toEqual([expect.stringMatching(/byrådsleder/i)])
    expect(overordna.cadences.map(({ cadence }) => cadence)).toMatchObject([
      { kind: 'PER_SEASON', times: 1, seasons: ['SPRING', 'AUTUMN'] },
    ])
  })

  it('has seven standing items, six wished arenas that cover all four areas, and two coordinators’ portfolios', async () => {
    const { withFunction, arenas, coordinatorPosts } = await readStructure('4601')
    for (const council of withFunction('POLITIRAAD')) expect(council.standingItems).toHaveLength(7)
    expect(arenas.map(({ number, state, areas }) => [number, state, areas.length])).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => [number, 'WISHED', 4]),
    )
    expect(coordinatorPosts.map(({ ages }) => ages)).toEqual(
      expect.arrayContaining([expect.objectContaining({ from: 0, to: 12 }), expect.objectContaining({ to: null })]),
    )
    for (const { portfolio } of coordinatorPosts) expect(portfolio.length).toBeGreaterThan(3)
  })
})
