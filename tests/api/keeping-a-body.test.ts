import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const portal = openDoor(database)
let coordinator: SignedIn
const says = 'id slug version visibility name functions { kind } seats { id roleTitle attachment period { from to } }'
type Said = {
  id: string
  slug: string
  version: number
  visibility: string
  name: string
  functions: { kind: string }[]
  seats: { id: string; roleTitle: string; attachment: string; period: { from: string | null; to: string | null } }[]
}

beforeAll(async () => {
  await loadIntoProevebygd(database, {})
  coordinator = await signInAs(database, 'Koordinator i Prøvebygd', [{ kind: 'coordinator', municipality: '9901' }])
})

async function create(state: object, more = ''): Promise<Said> {
  const { createBody } = await desk.data<{ createBody: Said }>(
    `mutation ($state: BodyState!) { createBody(municipality: "9901", state: $state ${more}) { ${says} } }`,
    { state },
    coordinator,
  )
  return createBody
}
const act = async (field: string, { id, version }: Said, more: string, variables: object = {}, types = '') =>
  desk.answer<Record<string, Said>>(
    `mutation ($id: ID!, $version: Int! ${types}) { it: ${field}(id: $id, version: $version ${more}) { ${says} } }`,
    { id, version, ...variables },
    coordinator,
  )
const acted = async (...args: Parameters<typeof act>): Promise<Said> => {
  const { data, errors } = await act(...args)
  expect(errors).toEqual([])
  return data['it'] as Said
}
const asOf = async ({ slug }: Said, date: string) =>
  (
    await desk.data<{ body: Said | null }>(
      `query ($slug: String!, $date: Date) { body(municipality: "9901", slug: $slug, asOf: $date) { ${says} } }`,
      { slug, date },
      coordinator,
    )
  ).body
const onPortal = async ({ slug }: Said) =>
  (
    await portal.data<{ body: { name: string } | null }>(
      `query ($slug: String!) { body(municipality: "9901", slug: $slug) { name } }`,
      { slug },
    )
  ).body

describe('a coordinator', () => {
  it('creates a body that is internal until it is published, and withdraws it again', async () => {
    const body = await create({ name: 'Politirådet', functions: ['POLITIRAAD'], seats: [{ roleTitle: 'Ordfører' }] })
    expect(body).toMatchObject({
      slug: 'politiraadet',
      version: 1,
      visibility: 'INTERNAL',
      functions: [{ kind: 'POLITIRAAD' }],
    })
    expect(await onPortal(body)).toBeNull()
    const published = await acted('setBodyVisibility', body, 'visibility: PUBLIC')
    expect(published.version).toBe(2)
    expect(await onPortal(body)).toEqual({ name: 'Politirådet' })
    await acted('setBodyVisibility', published, 'visibility: INTERNAL')
    expect(await onPortal(body)).toBeNull()
  })

  it('changes a name from a day on, and the name before stays on the days before', async () => {
    const body = await create({ name: 'SLT-gruppa' }, ', from: { on: "2020-01-01" }')
    await acted(
      'changeBody',
      body,
      'from: { on: "2024-08-01" }, state: { name: "SLT-styret", functions: [STYRINGSGRUPPE] }',
    )
    expect((await asOf(body, '2024-07-31'))?.name).toBe('SLT-gruppa')
    expect((await asOf(body, '2024-07-31'))?.functions).toEqual([])
    expect(await asOf(body, '2024-08-01')).toMatchObject({
      name: 'SLT-styret',
      functions: [{ kind: 'STYRINGSGRUPPE' }],
    })
    expect((await asOf(body, '2024-08-01'))?.slug).toBe(body.slug)
  })

  it('corrects a name without writing history', async () => {
    const body = await create({ name: 'Polititåret' }, ', from: { on: "2020-01-01" }')
    await acted('correctBody', body, 'state: { name: "Politirådet i sør" }')
    expect((await asOf(body, '2020-01-02'))?.name).toBe('Politirådet i sør')
  })

  it('changes one seat of several, and the others keep their id and their days', async () => {
    const body = await create(
      {
        name: 'Arbeidsgruppa',
        seats: [{ roleTitle: 'Leder' }, { roleTitle: 'Politikontakt' }, { roleTitle: 'Rektor' }],
      },
      ', from: { on: "2020-01-01" }',
    )
    const [leader, police, head] = body.seats
    const seats = [
      { id: head?.id, roleTitle: 'Rektor' },
      { id: leader?.id, roleTitle: 'Leder' },
      { id: police?.id, roleTitle: 'Politikontakt', attachment: 'STANDING_INVITATION' },
      { roleTitle: 'Utekontakt' },
    ]
    await acted(
      'changeBody',
      body,
      'from: { on: "2023-01-01" }, state: { seats: $seats }',
      { seats },
      ', $seats: [SeatInput!]',
    )
    const before = await asOf(body, '2022-12-31')
    expect(before?.seats.map(({ roleTitle, attachment }) => `${roleTitle} ${attachment}`)).toEqual(
      expect.arrayContaining(['Leder MEMBER', 'Politikontakt MEMBER', 'Rektor MEMBER']),
    )
    const after = await asOf(body, '2023-01-01')
    expect(after?.seats.map(({ roleTitle, attachment }) => `${roleTitle} ${attachment}`)).toEqual([
      'Rektor MEMBER',
      'Leder MEMBER',
      'Politikontakt STANDING_INVITATION',
      'Utekontakt MEMBER',
    ])
    expect(after?.seats[0]?.id).toBe(head?.id)
    expect(after?.seats[2]?.id).not.toBe(police?.id)
  })

  it('ends a body, finds it by its address, and restores it with its seats', async () => {
    const body = await create(
      { name: 'Prosjektgruppa', seats: [{ roleTitle: 'Leder' }] },
      ', from: { on: "2020-01-01" }',
    )
    const ended = await acted('endBody', body, 'on: { on: "2022-01-01" }')
    expect((await asOf(body, '2021-12-31'))?.seats).toHaveLength(1)
    const restored = await acted('restoreBody', ended, '')
    expect(restored.seats).toMatchObject([{ roleTitle: 'Leder', period: { from: '2020-01-01', to: null } }])
    const { errors } = await act('restoreBody', restored, '')
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { id: 'not_ended' } })
  })

  it('undoes each of these acts, and undoes the undoing', async () => {
    const body = await create({ name: 'Angregruppa', seats: [{ roleTitle: 'Leder' }, { roleTitle: 'Sekretær' }] })
    const lastAct = async () =>
      (
        await desk.data<{ acts: { nodes: { id: string; kind: string; isUndone: boolean }[] } }>(
          'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id kind isUndone } } }',
          { id: body.id },
          coordinator,
        )
      ).acts.nodes[0]
    const undo = async () =>
      desk.data('mutation ($id: ID!) { undoAct(id: $id) { kind undoes } }', { id: (await lastAct())?.id }, coordinator)
    const present = async () =>
      (
        await desk.data<{ body: Said | null }>(
          `{ body(municipality: "9901", slug: "${body.slug}") { ${says} } }`,
          {},
          coordinator,
        )
      ).body

    const seats = [{ id: body.seats[0]?.id, roleTitle: 'Leiar' }]
    await acted('correctBody', body, 'state: { name: "Anna namn", seats: $seats }', { seats }, ', $seats: [SeatInput!]')
    expect((await present())?.seats).toHaveLength(1)
    await undo()
    expect(await present()).toMatchObject({
      name: 'Angregruppa',
      seats: [{ roleTitle: 'Leder' }, { roleTitle: 'Sekretær' }],
    })
    expect((await lastAct())?.kind).toBe('undo')
    await undo()
    expect((await present())?.name).toBe('Anna namn')
    const { version } = (await present()) as Said
    await acted('endBody', { ...body, version }, 'on: { on: "2025-01-01" }')
    await undo()
    const again = (await present()) as Said
    await acted('setBodyVisibility', again, 'visibility: PUBLIC')
    await undo()
    expect((await present())?.visibility).toBe('INTERNAL')
  })

  it('is told that somebody was there before, with the version there is now', async () => {
    const body = await create({ name: 'Konfliktgruppa' })
    await acted('correctBody', body, 'state: { name: "Først" }')
    const { errors } = await act('correctBody', body, 'state: { name: "Sist" }')
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 2 })
  })

  it('is told which field is wrong, and nothing is written', async () => {
    const faults = async (state: object) =>
      (
        await desk.answer(
          'mutation ($state: BodyState!) { createBody(municipality: "9901", state: $state) { id } }',
          { state },
          coordinator,
        )
      ).errors[0]?.extensions
    const { rows: before } = await database.owner.query('SELECT count(*) FROM act')
    expect(await faults({})).toMatchObject({ code: 'BAD_USER_INPUT', fields: { 'state.name': 'required' } })
    expect(await faults({ name: ' ' })).toMatchObject({ fields: { 'state.name': 'required' } })
    expect(await faults({ name: 'x'.repeat(201) })).toMatchObject({ fields: { 'state.name': 'too_long' } })
    expect(await faults({ name: 'x', seats: [{ roleTitle: '' }] })).toMatchObject({
      fields: { 'state.seats.0.roleTitle': 'required' },
    })
    expect(await faults({ name: 'x', areas: [globalId('Area')] })).toMatchObject({
      fields: { 'state.areas.0': 'not_found' },
    })
    const { rows: after } = await database.owner.query('SELECT count(*) FROM act')
    expect(after).toEqual(before)
  })
})

const globalId = (type: string, id = crypto.randomUUID()) => Buffer.from(`${type}:${id}`).toString('base64url')

describe('a request with an idempotency key', () => {
  it('is carried out once and answered twice the same', async () => {
    const ask = (name: string) =>
      desk.answer<{ createBody: { id: string } }>(
        'mutation ($name: String!) { createBody(municipality: "9901", state: { name: $name }) { id } }',
        { name },
        { ...coordinator, key: 'once-and-only-once' },
      )
    const [first, second] = await Promise.all([ask('Dobbeltklikk'), ask('Dobbeltklikk')])
    expect([first.errors, second.errors]).toEqual([[], []])
    expect(first.data).toEqual(second.data)
    const { rows } = await database.owner.query(`SELECT FROM body WHERE slug LIKE 'dobbeltklikk%'`)
    expect(rows).toHaveLength(1)
    expect((await ask('Noe annet')).errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('the audit', () => {
  it('holds one act for each write, and none for one that failed', async () => {
    const acts = async () => Number((await database.owner.query('SELECT count(*) AS count FROM act')).rows[0].count)
    const before = await acts()
    const body = await create({ name: 'Revisjonsgruppa', seats: [{ roleTitle: 'En' }, { roleTitle: 'To' }] })
    expect(await acts()).toBe(before + 1)
    await act('correctBody', { ...body, version: 7 }, 'state: { name: "x" }')
    expect(await acts()).toBe(before + 1)
    await acted('correctBody', body, 'state: { name: "Rett navn" }')
    expect(await acts()).toBe(before + 2)
    const { acts: told } = await desk.data<{ acts: { nodes: object[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }) { nodes { kind by noun changes { table kind differences { column before after } } } } }',
      { id: body.id },
      coordinator,
    )
    expect(told.nodes[0]).toEqual({
      kind: 'correct',
      by: 'Koordinator i Prøvebygd',
      noun: 'Body',
      changes: [
        {
          table: 'body_version',
          kind: 'CHANGED',
          differences: [{ column: 'name', before: 'Revisjonsgruppa', after: 'Rett navn' }],
        },
      ],
    })
  })

  it('tells when somebody has edited, removed, added, moved or cut it', async () => {
    const broken = async () => (await database.owner.query('SELECT * FROM broken_acts()')).rows
    expect(await broken()).toEqual([])
    const tamperings = [
      `UPDATE act_change SET after = after || '{"name": "x"}' WHERE (act_id, position) = (SELECT act_id, position FROM act_change WHERE table_name = 'body_version' LIMIT 1)`,
      `UPDATE act SET kind = 'end' WHERE position = 2`,
      `DELETE FROM act_change WHERE (act_id, position) = (SELECT act_id, position FROM act_change LIMIT 1)`,
      `WITH gone AS (SELECT id FROM act WHERE position = (SELECT max(position) FROM act)), changes AS (DELETE FROM act_change WHERE act_id IN (SELECT id FROM gone)) DELETE FROM act WHERE id IN (SELECT id FROM gone)`,
      `UPDATE act SET position = position + 1000 WHERE position = 1`,
      `INSERT INTO act (id, position, kind, noun, object_id, municipality_id, hash) SELECT gen_random_uuid(), 5000, kind, noun, object_id, municipality_id, hash FROM act LIMIT 1`,
    ]
    for (const tampering of tamperings) {
      const client = await database.owner.connect()
      await client.query('BEGIN')
      await client.query('SET CONSTRAINTS ALL DEFERRED')
      await client.query(`SET LOCAL session_replication_role = replica`)
      await client.query(tampering)
      const { rows } = await client.query('SELECT * FROM broken_acts()')
      await client.query('ROLLBACK')
      client.release()
      expect(rows.length, tampering).toBeGreaterThan(0)
    }
  })

  it('cannot be written around: a write outside an act is refused by the database', async () => {
    const client = await database.owner.connect()
    await client.query('BEGIN')
    await client.query('SET LOCAL ROLE samrad_signed_in')
    await client.query(
      `SELECT set_config('samrad.writes', (SELECT id::text FROM municipality WHERE slug = 'proevebygd'), true), set_config('samrad.reads', (SELECT id::text FROM municipality WHERE slug = 'proevebygd'), true)`,
    )
    await expect(client.query(`UPDATE body SET slug = 'x' WHERE slug = 'revisjonsgruppa'`)).rejects.toThrow(
      'outside an act',
    )
    await client.query('ROLLBACK')
    client.release()
  })
})

describe('what a body points at', () => {
  it('is a body it reports to, and a seat that leads it', async () => {
    const parent = await create({ name: 'Øverst' })
    const body = await create({ name: 'Under', reportsTo: [{ body: parent.id }], seats: [{ roleTitle: 'Leder' }] })
    const [seat] = body.seats
    await acted('correctBody', body, `state: { duties: [{ kind: LEADS, parties: [{ seat: "${seat?.id}" }] }] }`)
    const found = await desk.data(
      'query ($id: ID!) { node(id: $id) { ... on Body { reportsTo { parent { name } } duties { kind parties { seat { roleTitle } } } } } }',
      { id: body.id },
      coordinator,
    )
    expect(found['node']).toEqual({
      reportsTo: [{ parent: { name: 'Øverst' } }],
      duties: [{ kind: 'LEADS', parties: [{ seat: { roleTitle: 'Leder' } }] }],
    })
    const circle = await act('correctBody', parent, `state: { reportsTo: [{ body: "${body.id}" }] }`)
    expect(circle.errors[0]?.extensions).toMatchObject({ fields: { 'state.reportsTo': 'circle' } })
    const gone = await act('correctBody', { ...body, version: 2 }, 'state: { seats: [] }')
    expect(gone.errors[0]?.extensions).toMatchObject({ fields: { 'state.seats': 'in_use' } })
  })

  it('is no seat of another body, and no seat twice', async () => {
    const one = await create({ name: 'Den ene', seats: [{ roleTitle: 'Leder' }] })
    const other = await create({ name: 'Den andre' })
    const id = one.seats[0]?.id
    for (const [body, seats] of [
      [other, [{ id, roleTitle: 'Tatt' }]],
      [
        one,
        [
          { id, roleTitle: 'Leder' },
          { id, roleTitle: 'Leder' },
        ],
      ],
    ] as const) {
      const { errors } = await act('correctBody', body, 'state: { seats: $seats }', { seats }, ', $seats: [SeatInput!]')
      expect(errors[0]?.extensions).toMatchObject({ fields: { 'state.seats': 'not_found' } })
    }
  })
})

it('who saw a body before an act on it was undone comes too late', async () => {
  const body = await create({ name: 'Før angring' })
  await acted('correctBody', body, 'state: { name: "Rettet" }')
  const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
    { id: body.id },
    coordinator,
  )
  await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
  const { errors } = await act('correctBody', { ...body, version: 2 }, 'state: { name: "For sent" }')
  expect(errors[0]?.extensions.code).toBe('CONFLICT')
})
