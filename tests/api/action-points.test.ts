import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { meetingsOf, type Said } from '../support/meetings.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn
let member: SignedIn
let stranger: SignedIn
let body: { id: string; seats: { id: string }[] }
const { done, actOnMinutes } = meetingsOf(desk, () => coordinator)

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    organisations: [
      { key: 'skolen', kind: 'municipal', name: 'Skolen', visibility: 'public' },
      { key: 'kirken', kind: 'faith', name: 'Kirken', visibility: 'public' },
    ],
    bodies: [
      {
        key: 'raadet',
        name: 'Rådet',
        visibility: 'public',
        seats: [{ role: 'Rektor', attachment: 'member', organisation: 'skolen' }],
      },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  stranger = await signInAs(database, 'Fjern', [{ kind: 'coordinator', municipality: '4601' }])
  const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM seat')
  member = await signInAs(database, 'Medlem', [{ kind: 'member', seatId: rows[0]?.id ?? '' }])
  const found = await desk.data<{ body: typeof body }>(
    '{ body(municipality: "9901", slug: "raadet") { id seats { id } } }',
    {},
    coordinator,
  )
  body = found.body
})

const fields = 'id version text dueOn state closedOn note'
const call = (name: string, args: string, variables: Record<string, unknown>, as: As = coordinator) => {
  const types: Record<string, string> = {
    item: 'ID',
    body: 'ID',
    id: 'ID!',
    version: 'Int!',
    point: 'ActionPointInput!',
    note: 'String',
  }
  const declared = Object.keys(variables)
    .map((key) => `$${key}: ${types[key]}`)
    .join(', ')
  return desk.answer<{ it: Said & { state: string; text: string } }>(
    `mutation (${declared}) { it: ${name}(${args}) { ${fields} } }`,
    variables,
    as,
  )
}
const add = async (point: object, on: object = { body: body.id }) => {
  const key = Object.keys(on)[0]
  const { data, errors } = await call('addActionPoint', `${key}: $${key}, point: $point`, { ...on, point })
  expect(errors).toEqual([])
  return data.it
}
const close = (point: Said, note = '') =>
  call('closeActionPoint', 'id: $id, version: $version, note: $note', { id: point.id, version: point.version, note })
const open = async (as: As = coordinator) =>
  (
    await desk.data<{ body: { actionPoints: { text: string }[] } }>(
      '{ body(municipality: "9901", slug: "raadet") { actionPoints(state: OPEN) { text } } }',
      {},
      as,
    )
  ).body.actionPoints.map(({ text }) => text)
const faults = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions

describe('an action point', () => {
  it('is owned by a seat, whoever holds it, and is open until it is closed, the first that is due first', async () => {
    const later = await add({ text: 'Kalle inn skolene', dueOn: '2027-05-01', owners: [{ seat: body.seats[0]?.id }] })
    await add({ text: 'Når det passer' })
    await add({ text: 'Sende oversikt', dueOn: '2027-02-01' })
    expect(await open()).toEqual(['Sende oversikt', 'Kalle inn skolene', 'Når det passer'])
    const { data } = await close(later, 'Møte avtalt')
    expect(data.it).toMatchObject({ state: 'DONE', note: 'Møte avtalt' })
    expect(await open()).toEqual(['Sende oversikt', 'Når det passer'])
    expect(faults(await close(data.it))).toMatchObject({ fields: { id: 'closed_already' } })
    expect(faults(await close(later))).toMatchObject({ code: 'CONFLICT', version: 2 })
    const again = await call('reopenActionPoint', 'id: $id, version: $version', { id: later.id, version: 2 })
    expect(again.data.it).toMatchObject({ state: 'OPEN', closedOn: null, note: null })
  })

  it('is seen by those who see what is internal in the body, and by nobody else', async () => {
    await add({ text: 'Bare for oss' })
    expect(await open(member)).toContain('Bare for oss')
    expect(await open(stranger)).toEqual([])
    const point = await add({ text: 'Heller ikke denne' })
    const { node } = await desk.data('query ($id: ID!) { node(id: $id) { id } }', { id: point.id }, stranger)
    expect(node).toBeNull()
    expect(
      faults(
        await call(
          'correctActionPoint',
          'id: $id, version: $version, point: $point',
          { ...pick(point), point: { text: 'x' } },
          stranger,
        ),
      ),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('keeps its words when the minutes it was agreed in are approved, and goes on being followed', async () => {
    const meeting = await done('createMeeting', { body: body.id, state: { heldOn: '2026-01-10' } })
    const item = await done('addAgendaItem', { meeting: meeting.id, item: { title: 'Skoleveier' } })
    const point = await add(
      { text: 'Måle farten', dueOn: '2026-02-01', owners: [{ seat: body.seats[0]?.id }] },
      { item: item.id },
    )
    await desk.data(
      'mutation ($item: ID!) { writeMinutes(item: $item, version: 0, text: "Drøftet") { version } }',
      { item: item.id },
      coordinator,
    )
    expect((await actOnMinutes('approveMinutes', meeting, { on: '2026-01-20' })).errors).toEqual([])
    const correct = (given: object) =>
      call('correctActionPoint', 'id: $id, version: $version, point: $point', { ...pick(point), point: given })
    expect(faults(await correct({ text: 'Noe annet' }))).toMatchObject({ fields: { id: 'minutes_approved' } })
    expect((await correct({ text: 'Måle farten', dueOn: '2026-03-01' })).errors).toEqual([])
    // It goes on being followed, and what was agreed stays as it was.
    const { node } = await desk.data(
      'query ($id: ID!) { node(id: $id) { ... on ActionPoint { dueOn agreedDueOn agreedOwners } } }',
      { id: point.id },
      coordinator,
    )
    expect(node).toEqual({ dueOn: '2026-03-01', agreedDueOn: '2026-02-01', agreedOwners: 'Rektor' })
    const { errors } = await desk.answer(
      'mutation ($id: ID!) { removeActionPoint(id: $id, version: 2) }',
      { id: point.id },
      coordinator,
    )
    expect(faults({ errors })).toMatchObject({ fields: { id: 'minutes_approved' } })
    expect((await close({ ...point, version: 2 })).data.it.state).toBe('DONE')
  })

  it('says what is wrong with it, and what is undone is as it was', async () => {
    const wrong = await call('addActionPoint', 'body: $body, point: $point', {
      body: body.id,
      point: { text: ' ', owners: [{}] },
    })
    expect(faults(wrong)).toMatchObject({ fields: { 'point.text': 'required', 'point.owners.0': 'exactly_one' } })
    const nowhere = await call('addActionPoint', 'point: $point', { point: { text: 'x' } })
    expect(faults(nowhere)).toMatchObject({ fields: { item: 'exactly_one' } })
    await add({ text: 'Angres' })
    const { acts } = await desk.data<{ acts: { nodes: { id: string; kind: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id kind } } }',
      { id: body.id },
      coordinator,
    )
    expect(acts.nodes[0]?.kind).toBe('add_point')
    await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
    expect(await open()).not.toContain('Angres')
  })

  it('is reported done by who owns it by their seat, and by nobody else who sits there', async () => {
    const theirs = await add({ text: 'Min sak', owners: [{ seat: body.seats[0]?.id }] })
    const other = await add({ text: 'En annens sak', owners: [{ roleTitle: 'Ordfører' }] })
    const mine = async () =>
      (
        await desk.data<{ viewer: { seats: object[]; actionPoints: { text: string }[] } }>(
          '{ viewer { seats { roleTitle } actionPoints { text } issues { title } } }',
          {},
          member,
        )
      ).viewer
    const before = await mine()
    expect(before.seats).toEqual([{ roleTitle: 'Rektor' }])
    expect(before.actionPoints).toContainEqual({ text: 'Min sak' })
    expect(before.actionPoints).not.toContainEqual({ text: 'En annens sak' })
    const report = ({ id, version }: Said, as: As) =>
      call('reportActionPointDone', 'id: $id, version: $version, note: $note', { id, version, note: 'Gjort' }, as)
    expect(faults(await report(other, member))).toMatchObject({ code: 'FORBIDDEN' })
    expect(faults(await call('closeActionPoint', 'id: $id, version: $version', pick(theirs), member))).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await report(theirs, member)).data.it).toMatchObject({ state: 'DONE', note: 'Gjort' })
    expect((await mine()).actionPoints).not.toContainEqual({ text: 'Min sak' })
    expect(faults(await report({ ...theirs, version: 2 }, member))).toMatchObject({ fields: { id: 'closed_already' } })
    // Not past the API either: what it says stays as it was agreed.
    await expect(
      database.owner.query(
        `BEGIN; SET LOCAL ROLE samrad_signed_in; UPDATE action_point SET text = 'Noe annet' WHERE text = 'En annens sak'; COMMIT`,
      ),
    ).resolves.toBeDefined()
    expect(await open()).toContain('En annens sak')
  })

  it('of an organisation is that of who sits for it in the body, and of nobody else', async () => {
    const { organisations } = await desk.data<{ organisations: { nodes: { id: string; name: string }[] } }>(
      '{ organisations(filter: { municipality: "9901" }, first: 10) { nodes { id name } } }',
      {},
      coordinator,
    )
    const of = (name: string) => [{ organisation: organisations.nodes.find((one) => one.name === name)?.id }]
    const school = await add({ text: 'Skolens', owners: of('Skolen') })
    const church = await add({ text: 'Kirkens', owners: of('Kirken') })
    const { viewer } = await desk.data<{ viewer: { actionPoints: { text: string }[] } }>(
      '{ viewer { actionPoints { text } } }',
      {},
      member,
    )
    const texts = viewer.actionPoints.map(({ text }) => text)
    expect(texts).toContain('Skolens')
    expect(texts).not.toContain('Kirkens')
    const report = ({ id, version }: Said) =>
      call('reportActionPointDone', 'id: $id, version: $version', { id, version }, member)
    expect((await report(school)).data.it.state).toBe('DONE')
    expect(faults(await report(church))).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('goes along when its seat is called otherwise from a day on', async () => {
    const mine = async () =>
      (
        await desk.data<{ viewer: { actionPoints: { text: string }[] } }>(
          '{ viewer { actionPoints { text } } }',
          {},
          member,
        )
      ).viewer.actionPoints.map(({ text }) => text)
    await add({ text: 'Følger plassen', owners: [{ seat: body.seats[0]?.id }] })
    const now = await desk.data<{ body: { id: string; version: number; seats: { id: string }[] } }>(
      '{ body(municipality: "9901", slug: "raadet") { id version seats { id } } }',
      {},
      coordinator,
    )
    const seats = [{ id: now.body.seats[0]?.id, roleTitle: 'Rektor ved ungdomsskolen' }]
    await desk.data(
      'mutation ($id: ID!, $version: Int!, $seats: [SeatInput!]) { changeBody(id: $id, version: $version, from: { on: "2026-01-01" }, state: { seats: $seats }) { id } }',
      { ...now.body, seats },
      coordinator,
    )
    expect(await mine()).toContain('Følger plassen')
  })
})

const pick = ({ id, version }: Said) => ({ id, version })
