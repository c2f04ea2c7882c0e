import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const portal = openDoor(database)
let home: SignedIn
let neighbour: SignedIn

beforeAll(async () => {
  await loadIntoProevebygd(database, {})
  home = await signInAs(database, 'Hjemme', [{ kind: 'coordinator', municipality: '9901' }])
  neighbour = await signInAs(database, 'Nabo', [{ kind: 'coordinator', municipality: '3405' }])
})

type Made = { id: string; version: number }
const make = async (call: string, as = home, asks = 'id version') =>
  (await desk.data<{ it: Made & Record<string, never> }>(`mutation { it: ${call} { ${asks} } }`, {}, as)).it
const code = async (call: string, as = home) =>
  (await desk.answer(`mutation { it: ${call} { id } }`, {}, as)).errors[0]?.extensions
const node = async (type: string, { id }: { id: string }, asks: string, as = home) =>
  (
    await desk.data<{ node: Record<string, unknown> }>(
      `query ($id: ID!) { node(id: $id) { ... on ${type} { ${asks} } } }`,
      { id },
      as,
    )
  ).node
const versionOf = async (type: string, thing: Made) => (await node(type, thing, 'version'))['version'] as number
async function undoLast({ id }: { id: string }, as = home) {
  const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
    { id },
    as,
  )
  return (await desk.answer('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, as)).errors[0]
    ?.extensions
}
const joint = (more: string) =>
  make(
    `createBody(municipality: "9901", state: { name: "Felles", municipalities: ["3405"] ${more} })`,
    home,
    'id version seats { id }',
  )

describe('undoing that something was entered', () => {
  it.each([
    [
      'an area that another’s body covers',
      'Area',
      'createArea(municipality: "9901", visibility: PUBLIC, state: { name: "Nord" })',
      'areas',
    ],
    [
      'a body that another’s reports to',
      'Body',
      'createBody(municipality: "9901", visibility: PUBLIC, state: { name: "Øverst" })',
      'reportsTo',
    ],
  ])('is refused for %s', async (_what, type, call, field) => {
    const made = await make(call)
    const said = field === 'areas' ? `areas: ["${made.id}"]` : `reportsTo: [{ body: "${made.id}" }]`
    const other = await make(`createBody(municipality: "3405", state: { name: "Naboens", ${said} })`, neighbour)
    expect(await undoLast(made)).toMatchObject({ code: 'CONFLICT' })
    const asks = field === 'areas' ? 'areas { area { id } }' : 'reportsTo { parent { id } }'
    expect((await node('Body', other, asks, neighbour))[field]).toHaveLength(1)
    expect(await node(type, made, 'id')).not.toBeNull()
  })

  it('is refused for a seat that somebody has taken since', async () => {
    const body = await joint('')
    await make(`correctBody(id: "${body.id}", version: 1, state: { seats: [{ roleTitle: "Leder" }] })`, neighbour)
    const { seats } = (await node('Body', body, 'seats { id }')) as { seats: { id: string }[] }
    const act = await desk.data<{ acts: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
      { id: body.id },
      home,
    )
    await make(`takeSeat(seat: "${seats[0]?.id}", name: "Noen")`, home, 'id')
    const { errors } = await desk.answer(
      'mutation ($id: ID!) { undoAct(id: $id) { id } }',
      { id: act.acts.nodes[0]?.id },
      neighbour,
    )
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' })
    expect(
      ((await node('Body', body, 'seats { holders { name } }')) as { seats: { holders: object[] }[] }).seats[0]
        ?.holders,
    ).toHaveLength(1)
  })
})

it('a level that only another’s body stands on, which nobody here sees, is not removed', async () => {
  const scheme = await make(
    'createScheme(municipality: "9901", state: { name: "SLT", municipalities: ["3405"], levels: [{ name: "L" }, { name: "M" }] })',
    home,
    'id version levels { id name }',
  )
  const levels = (scheme as unknown as { levels: { id: string; name: string }[] }).levels
  const body = await make(
    `createBody(municipality: "3405", state: { name: "Naboens", levels: ["${levels[0]?.id}"] })`,
    neighbour,
  )
  expect(
    await code(
      `correctScheme(id: "${scheme.id}", version: 1, state: { levels: [{ id: "${levels[1]?.id}", name: "M" }] })`,
    ),
  ).toMatchObject({
    fields: { 'state.levels': 'in_use' },
  })
  expect((await node('Body', body, 'levels { level { name } }', neighbour))['levels']).toHaveLength(1)
})

describe('who takes part in a joint body and sends back what they saw', () => {
  it('erases nothing of what they do not see', async () => {
    const hidden = await make('createBody(municipality: "9901", state: { name: "Skjult" })')
    const organisation = await make('createOrganisation(municipality: "9901", state: { name: "Skjult tjeneste" })')
    const body = await joint(`, seats: [{ roleTitle: "Leder", organisation: "${organisation.id}" }],
      duties: [{ kind: LEADS, parties: [{ body: "${hidden.id}" }] }, { kind: SECRETARY, parties: [{ organisation: "${organisation.id}" }, { roleTitle: "Sekretær" }] }],
      mandates: [{ title: "Mandat", heldBy: "${hidden.id}", clauses: ["En"] }], reportsTo: [{ body: "${hidden.id}" }]`)
    const asks = `seats { id roleTitle organisation { name } } duties { kind parties { roleTitle body { name } organisation { name } } }
      mandates { title heldBy { name } clauses { text } } reportsTo { parent { name } }`
    const before = await node('Body', body, asks)
    const seen = (await node('Body', body, asks, neighbour)) as { seats: { id: string; organisation: null }[] }
    expect(seen.seats[0]?.organisation).toBeNull()
    const { errors } = await desk.answer(
      `mutation ($id: ID!, $version: Int!, $seats: [SeatInput!]) {
         correctBody(id: $id, version: $version, state: { seats: $seats, duties: [{ kind: SECRETARY, parties: [{ roleTitle: "Sekretær" }] }],
           mandates: [{ title: "Mandat", clauses: ["En", "To"] }], reportsTo: [] }) { id } }`,
      { id: body.id, version: 1, seats: [{ id: seen.seats[0]?.id, roleTitle: 'Leder' }, { roleTitle: 'Ny' }] },
      neighbour,
    )
    expect(errors).toEqual([])
    const after = (await node('Body', body, asks)) as Record<string, Record<string, unknown>[]>
    expect(after['seats']?.[0]).toEqual((before['seats'] as object[])[0])
    expect(after['seats']).toHaveLength(2)
    expect(after['reportsTo']).toEqual(before['reportsTo'])
    expect(after['mandates']).toEqual([
      { title: 'Mandat', heldBy: { name: 'Skjult' }, clauses: [{ text: 'En' }, { text: 'To' }] },
    ])
    expect(after['duties']?.map(({ kind }) => kind).sort()).toEqual(['LEADS', 'SECRETARY'])
    const secretary = after['duties']?.find(({ kind }) => kind === 'SECRETARY') as { parties: object[] }
    expect(secretary.parties).toHaveLength(2)
  })

  it('cannot by the database itself make the home’s facts their own and remove them', async () => {
    const client = await database.owner.connect()
    await client.query('BEGIN')
    await client.query('SET LOCAL ROLE samrad_signed_in')
    await expect(client.query('UPDATE fact SET body_id = NULL')).rejects.toThrow('permission denied')
    await client.query('ROLLBACK')
    client.release()
  })
})

it('a document of another that one sees by what they share is not cited, and so not published, by anybody else', async () => {
  const document = await make('createDocument(municipality: "9901", state: { title: "Internt notat" })')
  const shared = await make('createBody(municipality: "9901", visibility: PUBLIC, state: { name: "Åpent" })')
  await make(`cite(thing: "${shared.id}", document: "${document.id}")`, home, 'id')
  const own = await make(
    'createBody(municipality: "3405", visibility: PUBLIC, state: { name: "Naboens åpne" })',
    neighbour,
  )
  expect(await code(`cite(thing: "${own.id}", document: "${document.id}")`, neighbour)).toMatchObject({
    fields: { document: 'not_found' },
  })
  const { bodies } = await portal.data<{ bodies: { nodes: { sources: object[] }[] } }>(
    '{ bodies(filter: { municipality: "3405" }) { nodes { sources { place } } } }',
  )
  expect(bodies.nodes.flatMap(({ sources }) => sources)).toEqual([])
})

describe('a seat or level that is changed without its id', () => {
  it('takes along who holds it, and the bodies that stand on it', async () => {
    const body = await make(
      'createBody(municipality: "9901", from: { on: "2020-01-01" }, state: { name: "B", seats: [{ roleTitle: "Leder" }] })',
      home,
      'id version seats { id }',
    )
    const seat = (body as unknown as { seats: { id: string }[] }).seats[0]?.id
    await make(`takeSeat(seat: "${seat}", name: "Noen", from: { on: "2020-01-01" })`, home, 'id')
    await make(
      `changeBody(id: "${body.id}", version: ${await versionOf('Body', body)}, from: { on: "2024-01-01" }, state: { seats: [{ roleTitle: "Leder", attachment: GUEST }] })`,
    )
    expect(await node('Body', body, 'seats { attachment holders { name } }')).toEqual({
      seats: [{ attachment: 'GUEST', holders: [{ name: 'Noen' }] }],
    })
  })
})

describe('the end of a mandate', () => {
  const mandates = async (thing: Made, asOf: string) =>
    (
      await desk.data<{ node: { mandates: { clauses: { text: string }[]; period: object }[] } }>(
        'query ($id: ID!, $asOf: Date) { node(id: $id, asOf: $asOf) { ... on Body { mandates { clauses { text } period { from to } } } } }',
        { id: thing.id, asOf },
        home,
      )
    ).node.mandates
  const create = (to = '') =>
    make(
      `createBody(municipality: "9901", from: { on: "2020-01-01" }, state: { name: "M", mandates: [{ title: "T", clauses: ["a"] ${to} }] })`,
    )

  it('is taken away by a change that says none, and cut by what is planned', async () => {
    const body = await create(', to: { on: "2030-01-01" }')
    await make(
      `changeBody(id: "${body.id}", version: 1, from: { on: "2024-01-01" }, state: { mandates: [{ title: "T", clauses: ["b"] }] })`,
    )
    expect(await mandates(body, '2024-06-01')).toEqual([
      { clauses: [{ text: 'b' }], period: { from: '2024-01-01', to: null } },
    ])
    await make(
      `changeBody(id: "${body.id}", version: 2, from: { on: "2028-01-01" }, state: { mandates: [{ title: "T", clauses: ["c"] }] })`,
    )
    await make(
      `correctBody(id: "${body.id}", version: 3, on: "2025-01-01", state: { mandates: [{ title: "T", clauses: ["bb"] }] })`,
    )
    expect(await mandates(body, '2025-01-01')).toEqual([
      { clauses: [{ text: 'bb' }], period: { from: '2024-01-01', to: '2028-01-01' } },
    ])
    expect(
      await code(
        `correctBody(id: "${body.id}", version: 4, on: "2025-01-01", state: { mandates: [{ title: "T", clauses: ["bb"], to: { on: "2029-01-01" } }] })`,
      ),
    ).toMatchObject({
      fields: { 'state.mandates.0.to': 'overlaps' },
    })
  })
})

describe('what holds beside others of its kind', () => {
  it('is not cut short by what is planned of another', async () => {
    const organisations = await Promise.all(
      ['A', 'B', 'C'].map((name) => make(`createOrganisation(municipality: "9901", state: { name: "${name}" })`)),
    )
    const [a, b, c] = organisations.map(({ id }) => `{ parties: [{ organisation: "${id}" }] }`)
    const arena = await make(
      `createArena(municipality: "9901", from: { on: "2020-01-01" }, state: { title: "Arena", participants: [${a}] })`,
    )
    await make(
      `changeArena(id: "${arena.id}", version: 1, from: { on: "2027-01-01" }, state: { participants: [${a}, ${b}] })`,
    )
    await make(
      `changeArena(id: "${arena.id}", version: 2, from: { on: "2026-06-01" }, state: { participants: [${a}, ${c}] })`,
    )
    const { node: found } = await desk.data<{
      node: { participants: { parties: { organisation: { name: string } }[] }[] }
    }>(
      'query ($id: ID!) { node(id: $id, asOf: "2028-01-01") { ... on Arena { participants { parties { organisation { name } } } } } }',
      { id: arena.id },
      home,
    )
    const names = found.participants
      .flatMap(({ parties }) => parties.map(({ organisation }) => organisation.name))
      .sort()
    expect(names).toEqual(['A', 'B', 'C'])
  })
})

it('a body that ended, did not, and did after all is restored with all it had', async () => {
  const body = await make(
    `createBody(municipality: "9901", from: { on: "2020-01-01" }, state: { name: "R", mandates: [{ title: "T", clauses: ["a"], to: { on: "2030-01-01" } }] })`,
  )
  await make(
    `changeBody(id: "${body.id}", version: 1, from: { on: "2027-01-01" }, state: { standingItems: ["Planlagt"] })`,
  )
  const asks = 'mandates { period { to } } period { to }'
  const before = await node('Body', body, asks)
  await make(`endBody(id: "${body.id}", version: 2, on: { on: "2026-06-01" })`)
  expect(await undoLast(body)).toBeUndefined()
  expect(await undoLast(body)).toBeUndefined()
  await make(`restoreBody(id: "${body.id}", version: ${await versionOf('Body', body)})`)
  expect(await node('Body', body, asks)).toEqual(before)
  const { node: later } = await desk.data(
    'query ($id: ID!) { node(id: $id, asOf: "2027-06-01") { ... on Body { standingItems { text } } } }',
    { id: body.id },
    home,
  )
  expect(later).toEqual({ standingItems: [{ text: 'Planlagt' }] })
})

it('names of who holds seats are in no answer that is kept', async () => {
  const body = await make(
    'createBody(municipality: "9901", state: { name: "K", seats: [{ roleTitle: "Leder" }] })',
    home,
    'id version seats { id }',
  )
  const seat = (body as unknown as { seats: { id: string }[] }).seats[0]?.id
  await desk.data(
    `mutation { takeSeat(seat: "${seat}", name: "Navnløs Person") { holders { name } } }`,
    {},
    { ...home, key: 'a-key-for-names' },
  )
  const { rows } = await database.owner.query('SELECT answer::text FROM kept_answer')
  expect(JSON.stringify(rows)).not.toContain('Navnløs')
})

it.each([
  ['createArea(municipality: "9901", state: { name: "x", nameVariants: null })', undefined],
  [
    'createArea(municipality: "9901", state: { name: "x", populations: [{ countedOn: "2024-01-01", count: 1 }, { countedOn: "2024-01-01", count: 2 }] })',
    'BAD_USER_INPUT',
  ],
])('%s is answered with %s', async (call, wanted) => {
  expect((await code(call))?.code).toBe(wanted)
})

it('undoing what has been done otherwise since is told, not failed', async () => {
  const share = await make('shareWith(municipality: "9901", with: "3405")', home, 'id')
  await make(`endSharing(id: "${share.id}")`, home, 'id')
  await make('shareWith(municipality: "9901", with: "3405")', home, 'id')
  const document = await make('createDocument(municipality: "9901", state: { title: "D" })')
  const body = await make('createBody(municipality: "9901", state: { name: "Siterer" })')
  await make(`cite(thing: "${body.id}", document: "${document.id}")`, home, 'id')
  for (const thing of [share, document]) expect(await undoLast(thing)).toMatchObject({ code: 'CONFLICT' })
})

it('an act on somebody with who acts for them is undone, and done again, as often as one likes', async () => {
  const body = await make(
    'createBody(municipality: "9901", state: { name: "V/", duties: [{ kind: LEADS, parties: [{ roleTitle: "Rådet", by: { roleTitle: "Lensmannen" } }] }] })',
  )
  await make(`correctBody(id: "${body.id}", version: 1, state: { duties: [] })`)
  for (let times = 0; times < 4; times++) expect(await undoLast(body)).toBeUndefined()
  expect((await node('Body', body, 'duties { kind }'))['duties']).toEqual([])
})
