import { loadDemonstration } from '@samrad/db'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { statements } from '../support/statements.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const { data } = openDoor(database)

beforeAll(() =>
  loadDemonstration(database.url, (message) => {
    throw new Error(message)
  }),
)

type Body = {
  slug: string
  name: string
  realisation: string
  isConfidential: boolean
  functions: { kind: string }[]
  levels: { level: { name: string; isOperative: boolean } }[]
  areas: { area: { name: string } }[]
  reportsTo: { parent: { slug: string } | null }[]
  seats: { roleTitle: string; attachment: string; groupTitle: string | null; quantity: string }[]
  duties: { kind: string; parties: Party[] }[]
  cadences: { cadence: Record<string, unknown> }[]
  standingItems: { text: string }[]
  meetings: { heldOn: string; startsAt: string | null; endsAt: string | null; round: string | null }[]
  mandates: { heldBy: { slug: string } | null; clauses: { text: string }[] }[]
  municipalities: { municipality: { name: string; country: string } }[]
}
type Party = {
  roleTitle: string | null
  organisation: Named | null
  post: { title: string } | null
  by: Party | null
  body: Named | null
  seat: { roleTitle: string } | null
}
type Named = { name: string }

const party = `roleTitle organisation { name } body { name } seat { roleTitle } post { title } by { post { title } }`
const structure = `query ($number: String!, $asOf: Date) {
  municipality(number: $number, asOf: $asOf) {
    name
    areas { name kind populations { countedOn count } parts { name } servedBy { organisation { name } isBorderEqual } }
    schemes {
      name levels { name isOperative } events { kind title reference period { from fromIs } }
      agreements { signedOn } targetGroups { title ages { from to orTo isUnlimited wording } } partnerships { organisation { name } }
    }
    coordinatorPosts { title percent ages { from to } reportsTo { parties { ${party} } } portfolio { level text } }
    arenas { number state areas { area { name } } cadence { kind } }
    bodies {
      slug name realisation isConfidential functions { kind } levels { level { name isOperative } } areas { area { name } }
      reportsTo { parent { slug } } seats { roleTitle attachment groupTitle quantity } duties { kind parties { ${party} } }
      cadences { cadence { kind from to times per every unit seasons wording } } standingItems { text }
      meetings { heldOn startsAt endsAt round } mandates { heldBy { slug } clauses { text } }
      municipalities { municipality { name country } }
    }
  }
}`

type Municipality = {
  name: string
  areas: {
    name: string
    kind: string
    populations: { countedOn: string; count: number }[]
    parts: Named[]
    servedBy: { isBorderEqual: boolean | null }[]
  }[]
  schemes: {
    levels: { name: string; isOperative: boolean }[]
    events: { kind: string; reference: string | null; period: { from: string; fromIs: string } }[]
    agreements: { signedOn: string | null }[]
    targetGroups: {
      ages: { from: number | null; to: number | null; orTo: number | null; isUnlimited: boolean } | null
    }[]
    partnerships: { organisation: Named }[]
  }[]
  coordinatorPosts: {
    title: string
    percent: number | null
    ages: { from: number | null; to: number | null } | null
    portfolio: { level: number }[]
  }[]
  arenas: { number: number; state: string; areas: { area: Named }[] }[]
  bodies: Body[]
}

async function readStructure(number: string, asOf?: string) {
  const { municipality } = await data<{ municipality: Municipality }>(structure, { number, asOf })
  const withFunction = (kind: string) =>
    municipality.bodies.filter(({ functions }) => functions.some((one) => one.kind === kind))
  const body = (slug: string) => {
    const found = municipality.bodies.find((one) => one.slug === slug)
    if (!found) throw new Error(`${slug} is not among ${municipality.bodies.map((one) => one.slug).join(', ')}`)
    return found
  }
  return { ...municipality, withFunction, body }
}
const nameOf = (party: Party) =>
  party.roleTitle ?? party.organisation?.name ?? party.post?.title ?? party.seat?.roleTitle ?? party.body?.name ?? ''
const duty = (body: Body, kind: string) =>
  body.duties.filter((one) => one.kind === kind).flatMap(({ parties }) => parties)

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
})

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

describe('one thing found by its id', () => {
  it('is answered as of the date too', async () => {
    const { body } = await data<{ body: { id: string } }>(
      `{ body(municipality: "3201", slug: "${(await readStructure('3201')).withFunction('STYRINGSGRUPPE')[0]?.slug}") { id } }`,
    )
    const seats = async (asOf: string) => {
      const query = `query ($id: ID!, $asOf: Date) { node(id: $id, asOf: $asOf) { ... on Body { seats { roleTitle } } } }`
      const { node } = await data<{ node: { seats: object[] } }>(query, { id: body.id, asOf })
      return node.seats.length
    }
    expect([await seats('2016-08-29'), await seats('2016-12-31')]).toEqual([6, 7])
  })
})

describe('lists', () => {
  it('take two statements, however long they are', async () => {
    for (const first of [1, 10, 100])
      for (const query of [
        `{ municipalities(first: ${first}) { totalCount nodes { name number bodyCount areaCount } } }`,
        `{ bodies(first: ${first}) { totalCount nodes { name functions { kind } municipality { name } } } }`,
        `{ organisations(first: ${first}) { nodes { name kind } } }`,
        `{ meetings(first: ${first}) { nodes { heldOn round body { name } } } }`,
      ])
        expect(await statements(() => data(query)), query).toBeLessThanOrEqual(2)
  })
})

describe('all four', () => {
  it('name no holder of any seat and no e-mail address', async () => {
    const { rows } = await database.owner.query('SELECT count(*)::int AS holders FROM seat_holder')
    expect(rows).toEqual([{ holders: 0 }])
    const { rows: quotes } = await database.owner.query<{ quote: string }>(
      `SELECT quote FROM source_reference WHERE quote ~ '[[:alnum:]]@[[:alnum:]]'`,
    )
    expect(quotes).toEqual([])
  })

  it('give a source for every fact', async () => {
    const { rows } = await database.owner.query<{ facts: number; without: number }>(
      `SELECT count(*)::int AS facts, count(*) FILTER (WHERE NOT EXISTS (SELECT FROM source_reference WHERE fact_id = fact.id))::int AS without
         FROM fact WHERE municipality_id IS NULL`,
    )
    expect(rows[0]?.facts).toBeGreaterThan(500)
    expect(rows[0]?.without).toBe(0)
  })

  it('are each read whole in one statement', async () => {
    for (const number of ['4601', '3416', '3201', '3405']) expect(await statements(() => readStructure(number))).toBe(1)
  })
})
