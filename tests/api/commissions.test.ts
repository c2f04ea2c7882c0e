import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn
let analyst: SignedIn
let stranger: SignedIn
let steering: string
let team: { id: string; seats: { id: string }[] }

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    bodies: [
      { key: 'styret', name: 'Styret', visibility: 'internal' },
      {
        key: 'teamet',
        name: 'Teamet',
        visibility: 'internal',
        seats: [
          { role: 'Analytiker', attachment: 'member' },
          { role: 'Rektor', attachment: 'member' },
        ],
      },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  stranger = await signInAs(database, 'Fjern', [{ kind: 'coordinator', municipality: '4601' }])
  const found = await desk.data<{ one: { id: string }; other: typeof team }>(
    '{ one: body(municipality: "9901", slug: "styret") { id } other: body(municipality: "9901", slug: "teamet") { id seats { id } } }',
    {},
    coordinator,
  )
  steering = found.one.id
  team = found.other
  const seat =
    Buffer.from(team.seats[0]?.id ?? '', 'base64')
      .toString()
      .split(':')[1] ?? ''
  analyst = await signInAs(database, 'Analytiker', [{ kind: 'member', seatId: seat }])
})

type Point = { id: string; version: number; kind: string; state: string; note: string | null }
const order = async (text: string, owners: object[]) =>
  (
    await desk.data<{ it: Point }>(
      `mutation ($body: ID!, $point: ActionPointInput!) {
         it: addActionPoint(body: $body, point: $point) { id version kind state note } }`,
      { body: steering, point: { kind: 'COMMISSION', text, owners, dueOn: '2026-12-31' } },
      coordinator,
    )
  ).it
const report = ({ id, version }: Point, note: string, as: As) =>
  desk.answer<{ it: Point }>(
    `mutation ($id: ID!, $version: Int!, $note: String) {
       it: reportActionPointDone(id: $id, version: $version, note: $note) { id version kind state note } }`,
    { id, version, note },
    as,
  )
type Asked = { text: string; body: { name: string } | null }[]
const askedOf = async (as: As) =>
  (
    await desk.data<{ body: { askedOf: Asked } | null }>(
      '{ body(municipality: "9901", slug: "teamet") { askedOf(state: OPEN) { text body { name } } } }',
      {},
      as,
    )
  ).body?.askedOf
const faults = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions

describe('a commission', () => {
  it('is seen by the body that is asked, also by those who do not see the one that asks', async () => {
    await order('Hva vet vi om kveldene?', [{ body: team.id }])
    expect(await askedOf(coordinator)).toContainEqual({ text: 'Hva vet vi om kveldene?', body: { name: 'Styret' } })
    expect(await askedOf(analyst)).toContainEqual({ text: 'Hva vet vi om kveldene?', body: null })
    expect(await askedOf(stranger)).toBeUndefined()
  })

  it('is closed by what was found out, and not without', async () => {
    const commission = await order('Hvor mange er på torget?', [{ body: team.id }])
    expect(commission.kind).toBe('COMMISSION')
    expect(faults(await report(commission, ' ', coordinator))).toMatchObject({
      fields: { note: 'commission_unanswered' },
    })
    const { data } = await report(commission, 'Rundt 40 en fredag i mai', coordinator)
    expect(data.it).toMatchObject({ state: 'DONE', note: 'Rundt 40 en fredag i mai' })
    await expect(
      database.owner.query(
        `UPDATE action_point SET note = NULL WHERE text = 'Hvor mange er på torget?' AND kind = 'commission'`,
      ),
    ).rejects.toThrow('commission_is_answered')
  })

  it('is not made of what was done without a word, and is asked once', async () => {
    const task = await desk.data<{ it: Point }>(
      `mutation ($body: ID!, $point: ActionPointInput!) { it: addActionPoint(body: $body, point: $point) { id version } }`,
      { body: steering, point: { text: 'Rydde', owners: [{ body: team.id }, { body: team.id }] } },
      coordinator,
    )
    expect((await askedOf(coordinator))?.filter(({ text }) => text === 'Rydde')).toHaveLength(1)
    const { id } = task.it
    await desk.data('mutation ($id: ID!) { closeActionPoint(id: $id, version: 1) { id } }', { id }, coordinator)
    const { errors } = await desk.answer(
      `mutation ($id: ID!, $point: ActionPointInput!) { correctActionPoint(id: $id, version: 2, point: $point) { id } }`,
      { id, point: { kind: 'COMMISSION', text: 'Rydde' } },
      coordinator,
    )
    expect(faults({ errors })).toMatchObject({ fields: { 'point.kind': 'commission_unanswered' } })
  })

  it('is answered by the seat that is asked in another body, which sees nothing else there', async () => {
    const theirs = await order('Hva koster det?', [{ seat: team.seats[0]?.id }])
    const others = await order('Hvem vil være med?', [{ seat: team.seats[1]?.id }])
    const { viewer } = await desk.data<{ viewer: { actionPoints: Asked } }>(
      '{ viewer { actionPoints { text body { name } } } }',
      {},
      analyst,
    )
    expect(viewer.actionPoints).toEqual([{ text: 'Hva koster det?', body: null }])
    expect(faults(await report(others, 'Alle', analyst))).toMatchObject({ code: 'NOT_FOUND' })
    expect((await report(theirs, '20 000 kroner', analyst)).data.it).toMatchObject({ state: 'DONE' })
  })

  it('of somebody else is neither seen nor answered', async () => {
    const { id, version } = await order('Ikke deres', [{ roleTitle: 'Politiet' }])
    expect(await askedOf(analyst)).not.toContainEqual(expect.objectContaining({ text: 'Ikke deres' }))
    for (const as of [analyst, stranger])
      expect(faults(await report({ id, version } as Point, 'Nei', as))).toMatchObject({ code: 'NOT_FOUND' })
  })
})
