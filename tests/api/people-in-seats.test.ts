import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn
type Said = { id: string; version: number; seats: { id: string; roleTitle: string }[] }
const says = 'id version seats { id roleTitle }'

beforeAll(async () => {
  await loadIntoProevebygd(database, {})
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
})

const uuidOf = (id: string | undefined) =>
  Buffer.from(id ?? '', 'base64url')
    .toString()
    .split(':')[1] ?? ''

async function createGroup(seats: object[] = [{ roleTitle: 'Leder' }, { roleTitle: 'Sekretær' }]): Promise<Said> {
  const { createBody } = await desk.data<{ createBody: Said }>(
    `mutation ($seats: [SeatInput!]) { createBody(municipality: "9901", from: { on: "2020-01-01" }, state: { name: "Gruppa", seats: $seats }) { ${says} } }`,
    { seats },
    coordinator,
  )
  return createBody
}
const act = (field: string, { id, version }: Said, more: string, variables: object = {}) =>
  desk.answer<{ it: Said }>(
    `mutation ($id: ID!, $version: Int!${'seats' in variables ? ', $seats: [SeatInput!]' : ''}) { it: ${field}(id: $id, version: $version ${more}) { ${says} } }`,
    { id, version, ...variables },
    coordinator,
  )
async function acted(...args: Parameters<typeof act>): Promise<Said> {
  const { data, errors } = await act(...args)
  expect(errors).toEqual([])
  return data.it
}
async function undoLast({ id }: Said, as: SignedIn = coordinator) {
  const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
    { id },
    as,
  )
  return desk.answer('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, as)
}

async function seatSomebody(seat: string, from: string, to: string | null = null): Promise<void> {
  await database.owner.query(
    `WITH holder AS (INSERT INTO seat_holder (id, seat_id, name, valid_from, from_is, valid_to, to_is)
         VALUES (gen_random_uuid(), $1, 'Innehaver', $2, 'day', $3::date, CASE WHEN $3::date IS NOT NULL THEN 'day' END::date_knowledge) RETURNING id)
       INSERT INTO fact (id, seat_holder_id) SELECT id, id FROM holder`,
    [uuidOf(seat), from, to],
  )
}
const holders = async ({ id }: Said) =>
  (
    await database.owner.query<{ role: string; since: string; until: string | null }>(
      `SELECT role_title AS role, holder.valid_from::text AS since, holder.valid_to::text AS until
         FROM seat_holder AS holder JOIN seat ON seat.id = seat_id WHERE body_id = $1 ORDER BY holder.valid_from, role_title`,
      [uuidOf(id)],
    )
  ).rows
const rolesBy = async (accountId: string) =>
  (
    await database.owner.query<{ role: string }>(
      `SELECT role_title AS role FROM role_grant JOIN seat ON seat.id = seat_id WHERE account_id = $1 AND ended_at IS NULL ORDER BY seat.valid_from`,
      [accountId],
    )
  ).rows.map(({ role }) => role)

const renamed = ({ seats: [leader, secretary] }: Said) => ({
  seats: [
    { id: leader?.id, roleTitle: 'Leiar' },
    { id: secretary?.id, roleTitle: 'Sekretær' },
  ],
})

describe('a seat that somebody holds', () => {
  it('is not removed as a mistake: neither is one that gives access, or that somebody is invited to', async () => {
    const group = await createGroup([{ roleTitle: 'Leder' }, { roleTitle: 'Sekretær' }, { roleTitle: 'Ledig' }])
    const [leader, secretary, free] = group.seats
    await seatSomebody(leader?.id ?? '', '2020-01-01')
    await signInAs(database, 'Sekretæren', [{ kind: 'member', seatId: uuidOf(secretary?.id) }])
    const without = (gone: { id: string } | undefined) => ({ seats: group.seats.filter(({ id }) => id !== gone?.id) })
    for (const seat of [leader, secretary]) {
      const { errors } = await act('correctBody', group, 'state: { seats: $seats }', without(seat))
      expect(errors[0]?.extensions).toMatchObject({ fields: { 'state.seats': 'in_use' } })
    }
    await acted('correctBody', group, 'state: { seats: $seats }', without(free))
  })

  it('is renamed from a day on, with who holds it, who will, and whom it gives access; and all of it is undone and done again', async () => {
    const group = await createGroup()
    const [leader] = group.seats
    const { accountId } = await signInAs(database, 'Lederen', [{ kind: 'member', seatId: uuidOf(leader?.id) }])
    await seatSomebody(leader?.id ?? '', '2021-01-01', '2024-01-01')
    await seatSomebody(leader?.id ?? '', '2024-01-01')
    const before = await holders(group)
    await acted('changeBody', group, 'from: { on: "2023-01-01" }, state: { seats: $seats }', renamed(group))
    const after = [
      { role: 'Leder', since: '2021-01-01', until: '2023-01-01' },
      { role: 'Leiar', since: '2023-01-01', until: '2024-01-01' },
      { role: 'Leiar', since: '2024-01-01', until: null },
    ]
    expect(await holders(group)).toEqual(after)
    expect(await rolesBy(accountId)).toEqual(['Leder', 'Leiar'])
    expect((await undoLast(group)).errors).toEqual([])
    expect(await holders(group)).toEqual(before)
    expect(await rolesBy(accountId)).toEqual(['Leder'])
    // Names are not kept of who was removed: what cannot be brought back whole is refused.
    const again = await undoLast(group)
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { id: 'names_not_kept' } })
  })

  it('is renamed from the very day somebody took it', async () => {
    const group = await createGroup()
    await seatSomebody(group.seats[0]?.id ?? '', '2023-01-01')
    await acted('changeBody', group, 'from: { on: "2023-01-01" }, state: { seats: $seats }', renamed(group))
    expect(await holders(group)).toEqual([{ role: 'Leiar', since: '2023-01-01', until: null }])
  })

  it('keeps its access when renaming it is undone and done again', async () => {
    const group = await createGroup()
    const { accountId } = await signInAs(database, 'Lederen', [{ kind: 'member', seatId: uuidOf(group.seats[0]?.id) }])
    await acted('changeBody', group, 'from: { on: "2023-01-01" }, state: { seats: $seats }', renamed(group))
    expect((await undoLast(group)).errors).toEqual([])
    expect((await undoLast(group)).errors).toEqual([])
    expect(await rolesBy(accountId)).toEqual(['Leder', 'Leiar'])
  })

  it('ends with its body and comes back with it; who left it before does not', async () => {
    const group = await createGroup()
    const [leader, secretary] = group.seats
    await seatSomebody(leader?.id ?? '', '2020-01-01')
    await seatSomebody(secretary?.id ?? '', '2020-01-01', '2022-01-01')
    const before = await holders(group)
    const ended = await acted('endBody', group, 'on: { on: "2022-01-01" }')
    expect((await holders(group)).map(({ until }) => until)).toEqual(['2022-01-01', '2022-01-01'])
    await acted('restoreBody', ended, '')
    expect(await holders(group)).toEqual(before)
  })

  it('keeps its body from ending before somebody takes it', async () => {
    const group = await createGroup()
    await seatSomebody(group.seats[0]?.id ?? '', '2023-01-01')
    const { errors } = await act('endBody', group, 'on: { on: "2022-01-01" }')
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: { on: 'in_use_later' } })
  })
})

describe('who holds a seat', () => {
  type Holder = { id: string; version: number; name: string; visibility: string; period: object }
  const holdersOn = async (seat: string | undefined, asOf: string) =>
    (
      await desk.data<{ node: { holders: Holder[] } }>(
        'query ($id: ID!, $asOf: Date) { node(id: $id, asOf: $asOf) { ... on Seat { holders { id version name visibility period { from to } } } } }',
        { id: seat, asOf },
        coordinator,
      )
    ).node.holders
  const take = (seat: string | undefined, name: string, more = 'from: { on: "2021-01-01" }') =>
    desk.answer(
      `mutation ($seat: ID!, $name: String!) { takeSeat(seat: $seat, name: $name, ${more}) { id } }`,
      { seat, name },
      coordinator,
    )
  const actOn = (field: string, { id, version }: Holder, more = '') =>
    desk.answer(
      `mutation ($id: ID!, $version: Int!) { ${field}(id: $id, version: $version ${more}) { id } }`,
      { id, version },
      coordinator,
    )

  it('takes it, is called right, leaves it, and is removed without a trace of the name', async () => {
    const group = await createGroup()
    const seat = group.seats[0]?.id
    expect((await take(seat, 'Kari Skrivfeil')).errors).toEqual([])
    const [holder] = await holdersOn(seat, '2021-06-01')
    expect(holder).toMatchObject({
      name: 'Kari Skrivfeil',
      visibility: 'INTERNAL',
      period: { from: '2021-01-01', to: null },
    })
    expect((await take(seat, 'En Annen', 'from: { on: "2022-01-01" }')).errors[0]?.extensions).toMatchObject({
      fields: { from: 'overlaps' },
    })
    expect(
      (await actOn('correctSeatHolder', holder as Holder, ', name: "Kari Rett", visibility: INTERNAL')).errors,
    ).toEqual([])
    expect((await actOn('leaveSeat', holder as Holder, ', on: { on: "2022-01-01" }')).errors[0]?.extensions.code).toBe(
      'CONFLICT',
    )
    const [mended] = await holdersOn(seat, '2021-06-01')
    expect((await actOn('leaveSeat', mended as Holder, ', on: { on: "2022-01-01" }')).errors).toEqual([])
    expect(await holdersOn(seat, '2022-01-01')).toEqual([])
    expect((await undoLast(group)).errors).toEqual([])
    const [back] = await holdersOn(seat, '2023-01-01')
    expect(back?.name).toBe('Kari Rett')
    expect((await actOn('removeSeatHolder', back as Holder)).errors).toEqual([])
    expect(await holdersOn(seat, '2021-06-01')).toEqual([])
    const { rows } = await database.owner.query<{ text: string }>(
      'SELECT change::text AS text FROM act_change AS change',
    )
    for (const { text } of rows) expect(text).not.toContain('Kari')
  })

  it('holds it no longer than there is a seat', async () => {
    const group = await createGroup()
    const [leader, secretary] = group.seats
    expect((await take(leader?.id, 'For tidlig', 'from: { on: "2019-01-01" }')).errors[0]?.extensions).toMatchObject({
      fields: { from: 'outside_period' },
    })
    expect((await take(leader?.id, 'Noen')).errors).toEqual([])
    const { version } = (
      await desk.data<{ node: { version: number } }>(
        'query ($id: ID!) { node(id: $id) { ... on Body { version } } }',
        { id: group.id },
        coordinator,
      )
    ).node
    await acted('changeBody', { ...group, version }, 'from: { on: "2024-01-01" }, state: { seats: $seats }', {
      seats: [{ id: secretary?.id, roleTitle: 'Sekretær' }],
    })
    expect(await holders(group)).toEqual([{ role: 'Leder', since: '2021-01-01', until: '2024-01-01' }])
  })

  it('cannot be more visible than the body, and has a name', async () => {
    const group = await createGroup()
    const fields = async (name: string, more: string) =>
      (await take(group.seats[0]?.id, name, more)).errors[0]?.extensions['fields']
    expect(await fields('Ola', 'visibility: PUBLIC')).toEqual({ visibility: 'more_than_its_body' })
    expect(await fields(' ', 'visibility: INTERNAL')).toEqual({ name: 'required' })
  })
})

describe('a body that is restored', () => {
  it('has again what was planned for it', async () => {
    const group = await createGroup()
    const planned = await acted('changeBody', group, 'from: { on: "2030-01-01" }, state: { name: "Nytt navn" }')
    const ended = await acted('endBody', planned, 'on: { on: "2029-01-01" }')
    await acted('restoreBody', ended, '')
    const { node } = await desk.data<{ node: { name: string } }>(
      'query ($id: ID!) { node(id: $id, asOf: "2031-01-01") { ... on Body { name } } }',
      { id: group.id },
      coordinator,
    )
    expect(node.name).toBe('Nytt navn')
  })

  it('is so too when it was corrected after it ended, and keeps the correction', async () => {
    const group = await createGroup()
    const ended = await acted('endBody', group, 'on: { on: "2024-01-01" }')
    const mended = await acted('correctBody', ended, 'on: "2023-01-01", state: { name: "Rettet" }')
    await acted('restoreBody', mended, '')
    const { node } = await desk.data<{ node: { name: string; period: { to: null } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Body { name period { to } } } }',
      { id: group.id },
      coordinator,
    )
    expect(node).toEqual({ name: 'Rettet', period: { to: null } })
  })
})

describe('who takes part in a joint body', () => {
  it('undoes what they undid', async () => {
    const { createBody: group } = await desk.data<{ createBody: Said }>(
      `mutation { createBody(municipality: "9901", state: { name: "Felles", municipalities: ["3416"] }) { ${says} } }`,
      {},
      coordinator,
    )
    const participant = await signInAs(database, 'Nabo', [{ kind: 'coordinator', municipality: '3416' }])
    const { errors } = await desk.answer(
      'mutation ($id: ID!, $version: Int!) { correctBody(id: $id, version: $version, state: { name: "Felles gruppe" }) { id } }',
      group,
      participant,
    )
    expect(errors).toEqual([])
    expect((await undoLast(group, participant)).errors).toEqual([])
    expect((await undoLast(group, participant)).errors).toEqual([])
  })
})
