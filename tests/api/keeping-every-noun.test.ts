import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn

beforeAll(async () => {
  await loadIntoProevebygd(database, {})
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
})

type Thing = { id: string; version: number }

/** A kind of thing: all that can be said of one in an act, what is asked, and what is answered. */
type Noun = {
  type: string
  input: string
  state: (made: Record<string, string>) => object
  asks: string
  says: (made: Record<string, string>) => object
  changed: object
}

const party = { roleTitle: 'Kommunedirektøren' }
const said = '{ roleTitle organisation { slug } body { slug } }'

// In this order: what is made first is pointed at by what comes after.
const nouns: Noun[] = [
  {
    type: 'Organisation',
    input: 'OrganisationState',
    state: () => ({ name: 'Politiet i Prøvebygd', shortName: 'PP', kind: 'POLICE' }),
    asks: 'name shortName kind',
    says: () => ({ name: 'Politiet i Prøvebygd', shortName: 'PP', kind: 'POLICE' }),
    changed: { name: 'Prøvebygd politistasjon' },
  },
  {
    type: 'Area',
    input: 'AreaState',
    state: ({ Organisation }) => ({
      name: 'Nord',
      nameVariants: ['Nordre'],
      kind: 'BYDEL',
      servedBy: [{ organisation: Organisation, isBorderEqual: false }],
      populations: [{ countedOn: '2024-01-01', count: 1200 }],
    }),
    asks: 'name nameVariants kind servedBy { organisation { slug } isBorderEqual } populations { countedOn count }',
    says: () => ({
      name: 'Nord',
      nameVariants: ['Nordre'],
      kind: 'BYDEL',
      servedBy: [{ organisation: { slug: 'politiet-i-proevebygd' }, isBorderEqual: false }],
      populations: [{ countedOn: '2024-01-01', count: 1200 }],
    }),
    changed: { name: 'Nordbyen' },
  },
  {
    type: 'Scheme',
    input: 'SchemeState',
    state: ({ Organisation }) => ({
      name: 'SLT',
      summary: 'Samordning',
      municipalities: ['3405'],
      levels: [{ name: 'Styring' }, { name: 'Utøving', isOperative: false }],
      targetGroups: [{ title: 'Barn og unge', ages: { from: 0, to: 23, wording: '0–23' } }],
      partnerships: [Organisation],
      events: [{ kind: 'ADOPTED', title: 'Vedtatt', on: { on: '2019-05-01', is: 'MONTH' }, reference: '19/123' }],
      agreements: [{ title: 'Avtale', signedOn: '2024-02-01', from: { on: '2024-02-01' }, parties: [party] }],
    }),
    asks: `name summary municipalities { municipality { number } } levels { name isOperative } targetGroups { title ages { to } }
      partnerships { organisation { slug } } events { kind title reference period { from fromIs } }
      allAgreements { title signedOn parties ${said} period { from to } }`,
    says: () => ({
      name: 'SLT',
      summary: 'Samordning',
      municipalities: expect.arrayContaining([
        { municipality: { number: '3405' } },
        { municipality: { number: '9901' } },
      ]) as unknown,
      levels: [
        { name: 'Styring', isOperative: true },
        { name: 'Utøving', isOperative: false },
      ],
      targetGroups: [{ title: 'Barn og unge', ages: { to: 23 } }],
      partnerships: [{ organisation: { slug: 'politiet-i-proevebygd' } }],
      events: [
        { kind: 'ADOPTED', title: 'Vedtatt', reference: '19/123', period: { from: '2019-05-01', fromIs: 'MONTH' } },
      ],
      allAgreements: [
        {
          title: 'Avtale',
          signedOn: '2024-02-01',
          parties: [{ roleTitle: 'Kommunedirektøren', organisation: null, body: null }],
          period: { from: '2024-02-01', to: null },
        },
      ],
    }),
    changed: { name: 'SLT i Prøvebygd' },
  },
  {
    type: 'Body',
    input: 'BodyState',
    state: ({ Area }) => ({
      name: 'Politirådet',
      functions: ['POLITIRAAD'],
      areas: [Area],
      replaces: [{ parties: [{ roleTitle: 'Samarbeidsutvalget' }] }],
      liftRoutes: [{ direction: 'OUT', parties: [{ roleTitle: 'Ledermøtet' }], note: 'Budsjett' }],
      duties: [{ kind: 'LEADS', parties: [{ roleTitle: 'Ordføreren', by: party }] }],
      cadences: [{ kind: 'MINIMUM', times: 4, per: 'YEAR' }],
      standingItems: ['Status', 'Eventuelt'],
      mandates: [{ title: 'Mandat', clauses: ['Samordne'], to: { on: '2030-01-01' } }],
      seats: [{ roleTitle: 'Ordfører' }],
    }),
    asks: `name functions { kind } areas { area { slug } } replaces { parties { roleTitle } } liftRoutes { direction note parties { roleTitle } }
      duties { kind parties { roleTitle by { roleTitle } } } cadences { cadence { kind times } } standingItems { text }
      mandates { title clauses { text } period { to } } seats { roleTitle }`,
    says: () => ({
      name: 'Politirådet',
      functions: [{ kind: 'POLITIRAAD' }],
      areas: [{ area: { slug: 'nord' } }],
      replaces: [{ parties: [{ roleTitle: 'Samarbeidsutvalget' }] }],
      liftRoutes: [{ direction: 'OUT', note: 'Budsjett', parties: [{ roleTitle: 'Ledermøtet' }] }],
      duties: [{ kind: 'LEADS', parties: [{ roleTitle: 'Ordføreren', by: party }] }],
      cadences: [{ cadence: { kind: 'MINIMUM', times: 4 } }],
      standingItems: [{ text: 'Status' }, { text: 'Eventuelt' }],
      mandates: [{ title: 'Mandat', clauses: [{ text: 'Samordne' }], period: { to: '2030-01-01' } }],
      seats: [{ roleTitle: 'Ordfører' }],
    }),
    changed: { name: 'Politiråd' },
  },
  {
    type: 'CoordinatorPost',
    input: 'CoordinatorPostState',
    state: ({ Body }) => ({
      title: 'SLT-koordinator',
      percent: 80,
      ages: { from: 12, to: 23, wording: '12–23 år' },
      summary: 'Samordner',
      reportsTo: [{ parties: [{ body: Body }, party] }],
      portfolio: [{ text: 'Rus' }, { level: 2, text: 'Cannabis' }],
    }),
    asks: `title percent ages { from to } summary reportsTo { parties ${said} } portfolio { level text }`,
    says: () => ({
      title: 'SLT-koordinator',
      percent: 80,
      ages: { from: 12, to: 23 },
      summary: 'Samordner',
      reportsTo: [
        {
          parties: [
            { roleTitle: null, organisation: null, body: { slug: 'politiraadet' } },
            { roleTitle: 'Kommunedirektøren', organisation: null, body: null },
          ],
        },
      ],
      portfolio: [
        { level: 1, text: 'Rus' },
        { level: 2, text: 'Cannabis' },
      ],
    }),
    changed: { title: 'Koordinator', percent: null },
  },
  {
    type: 'Arena',
    input: 'ArenaInput',
    state: ({ Area, Organisation }) => ({
      title: 'Foreldrekafé',
      number: 3,
      state: 'WISHED',
      cadence: { kind: 'INTERVAL', every: 2, unit: 'WEEK' },
      place: 'Biblioteket',
      isRotating: true,
      content: 'Samtale',
      areas: [Area],
      responsible: [{ parties: [{ organisation: Organisation }] }],
      participants: [{ parties: [party], isOnDemand: true }],
    }),
    asks: `title number state cadence { kind every } place isRotating content areas { area { slug } }
      responsible { parties ${said} } participants { isOnDemand parties { roleTitle } }`,
    says: () => ({
      title: 'Foreldrekafé',
      number: 3,
      state: 'WISHED',
      cadence: { kind: 'INTERVAL', every: 2 },
      place: 'Biblioteket',
      isRotating: true,
      content: 'Samtale',
      areas: [{ area: { slug: 'nord' } }],
      responsible: [{ parties: [{ roleTitle: null, organisation: { slug: 'politiet-i-proevebygd' }, body: null }] }],
      participants: [{ isOnDemand: true, parties: [{ roleTitle: 'Kommunedirektøren' }] }],
    }),
    changed: { title: 'Kafeen' },
  },
]

const made: Record<string, string> = {}

async function act(
  { type, input }: Noun,
  verb: string,
  thing: Thing,
  more: string,
  state?: object,
): Promise<Thing & { visibility: string }> {
  const { it } = await desk.data<{ it: Thing & { visibility: string } }>(
    `mutation ($id: ID!, $version: Int! ${state ? `, $state: ${input}!` : ''}) {
       it: ${verb}(id: $id, version: $version ${state ? ', state: $state' : ''} ${more}) { id version visibility } }`,
    { id: thing.id, version: thing.version, ...(state ? { state } : {}) },
    coordinator,
  )
  expect(it.id, type).toBe(thing.id)
  return it
}

const read = async ({ type, asks }: Noun, id: string, asOf: string | null = null) =>
  (
    await desk.data<{ node: Record<string, unknown> | null }>(
      `query ($id: ID!, $asOf: Date) { node(id: $id, asOf: $asOf) { ... on ${type} { ${asks} period { to } } } }`,
      { id, asOf },
      coordinator,
    )
  ).node

describe.each(nouns)('a coordinator keeps: $type', (noun) => {
  const { type, input, state, says, changed } = noun
  let thing: Thing

  it('says all of it in one act, and reads it again', async () => {
    const { it } = await desk.data<{ it: Thing }>(
      `mutation ($state: ${input}!) { it: create${type}(municipality: "9901", from: { on: "2020-01-01", is: YEAR }, state: $state) { id version } }`,
      { state: state(made) },
      coordinator,
    )
    thing = it
    made[type] = it.id
    expect(await read(noun, it.id)).toMatchObject(says(made))
  })

  it('changes it from a day, and what it was stays before', async () => {
    const before = await read(noun, thing.id, '2024-12-31')
    thing = await act(noun, `change${type}`, thing, ', from: { on: "2025-01-01" }', changed)
    expect(await read(noun, thing.id, '2024-12-31')).toEqual(before)
    expect(await read(noun, thing.id)).toEqual({ ...before, ...changed })
  })

  it('corrects the list of each part to nothing and takes it back', async () => {
    const before = await read(noun, thing.id)
    const lists = Object.entries(state(made)).flatMap(([field, value]) => (Array.isArray(value) ? [[field, []]] : []))
    if (!lists.length) return
    thing = await act(noun, `correct${type}`, thing, '', Object.fromEntries(lists) as object)
    const after = await read(noun, thing.id)
    expect(after).not.toEqual(before)
    const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
      { id: thing.id },
      coordinator,
    )
    await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
    expect(await read(noun, thing.id)).toEqual(before)
    const { node } = await desk.data<{ node: { version: number } }>(
      `query ($id: ID!) { node(id: $id) { ... on ${type} { version } } }`,
      { id: thing.id },
      coordinator,
    )
    thing = { ...thing, version: node.version }
  })

  it('ends it, finds it on the days before, and restores it', async () => {
    const before = await read(noun, thing.id)
    thing = await act(noun, `end${type}`, thing, ', on: { on: "2025-06-01" }')
    expect(await read(noun, thing.id, '2025-05-31')).toMatchObject(changed)
    expect(await read(noun, thing.id)).toMatchObject({ period: { to: '2025-06-01' } })
    thing = await act(noun, `restore${type}`, thing, '')
    expect(await read(noun, thing.id)).toEqual(before)
  })

  it('publishes it', async () => {
    const published = await act(noun, `set${type}Visibility`, thing, ', visibility: PUBLIC')
    expect(published.visibility).toBe('PUBLIC')
  })
})

describe('a level of a scheme', () => {
  const levelsOf = async (id: string, asOf: string) =>
    (
      await desk.data<{ node: { levels: { level: { name: string } }[] } }>(
        'query ($id: ID!, $asOf: Date) { node(id: $id, asOf: $asOf) { ... on Body { levels { level { name } } } } }',
        { id, asOf },
        coordinator,
      )
    ).node.levels.map(({ level }) => level.name)

  it('is called otherwise from a day, and the bodies on it stand there under its new name', async () => {
    const { scheme } = await desk.data<{ scheme: Thing & { levels: { id: string }[] } }>(
      'mutation { scheme: createScheme(municipality: "9901", state: { name: "Ordning", levels: [{ name: "Nivå 1" }, { name: "Nivå 2" }] }) { id version levels { id } } }',
      {},
      coordinator,
    )
    const [first, second] = scheme.levels
    const { body } = await desk.data<{ body: Thing }>(
      'mutation ($levels: [ID!]) { body: createBody(municipality: "9901", state: { name: "Gruppe", levels: $levels }) { id version } }',
      { levels: [first?.id] },
      coordinator,
    )
    const { errors } = await desk.answer(
      'mutation ($id: ID!, $levels: [LevelInput!]) { correctScheme(id: $id, version: 1, state: { levels: $levels }) { id } }',
      { id: scheme.id, levels: [{ id: second?.id, name: 'Nivå 2' }] },
      coordinator,
    )
    expect(errors[0]?.extensions).toMatchObject({ fields: { 'state.levels': 'in_use' } })
    await desk.data(
      'mutation ($id: ID!, $levels: [LevelInput!]) { changeScheme(id: $id, version: 1, from: { on: "2024-01-01" }, state: { levels: $levels }) { id } }',
      {
        id: scheme.id,
        levels: [
          { id: first?.id, name: 'Styrende nivå' },
          { id: second?.id, name: 'Nivå 2' },
        ],
      },
      coordinator,
    )
    expect(await levelsOf(body.id, '2023-12-31')).toEqual(['Nivå 1'])
    expect(await levelsOf(body.id, '2024-01-01')).toEqual(['Styrende nivå'])
  })
})

it.each([
  [
    'createArea',
    'AreaState',
    { name: 'x', populations: [{ countedOn: '2024-01-01', count: -1 }] },
    'state.populations.0.count',
    'invalid',
  ],
  ['createCoordinatorPost', 'CoordinatorPostState', { title: 'x', percent: 101 }, 'state.percent', 'invalid'],
  ['createCoordinatorPost', 'CoordinatorPostState', { percent: 50 }, 'state.title', 'required'],
  [
    'createScheme',
    'SchemeState',
    { name: 'x', agreements: [{ title: 'y', parties: [] }] },
    'state.agreements.0.parties',
    'required',
  ],
  ['createScheme', 'SchemeState', { name: '\u200b\u2060' }, 'state.name', 'required'],
  [
    'createArena',
    'ArenaInput',
    { title: 'x', participants: [{ parties: [{}] }] },
    'state.participants.0.parties.0',
    'exactly_one',
  ],
  ['createBody', 'BodyState', { name: 'x', reportsTo: [{}] }, 'state.reportsTo.0', 'exactly_one'],
])('%s with a %s that is wrong says which field', async (field, input, state, path, fault) => {
  const { errors } = await desk.answer(
    `mutation ($state: ${input}!) { ${field}(municipality: "9901", state: $state) { id } }`,
    { state },
    coordinator,
  )
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { [path]: fault } })
})
