import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { meetingsOf, type Item, type Said } from '../support/meetings.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const portal = openDoor(database)
let coordinator: SignedIn
let member: SignedIn
let body: { id: string; seats: { id: string; roleTitle: string }[] }
const { done, actOnAgenda, actOnMinutes } = meetingsOf(desk, () => coordinator)

beforeAll(async () => {
  const seats = ['Leder', 'Rektor', 'Politikontakt'].map((role) => ({ role, attachment: 'member' }))
  await loadIntoProevebygd(database, { bodies: [{ key: 'raadet', name: 'Rådet', visibility: 'public', seats }] })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  const found = await desk.data<{ body: typeof body }>(
    '{ body(municipality: "9901", slug: "raadet") { id seats { id roleTitle } } }',
  )
  body = found.body
  const { rows } = await database.owner.query<{ id: string }>(`SELECT id FROM seat WHERE role_title = 'Rektor'`)
  member = await signInAs(database, 'Rektor', [{ kind: 'member', seatId: rows[0]?.id ?? '' }])
})

const seat = (title: string) => ({ seat: body.seats.find(({ roleTitle }) => roleTitle === title)?.id })
type Row = { id: string; presence: string; version: number; who: object | null; missed: { number: number }[] }
type Meeting = { minutes: { state: string; attendance: Row[] } | null }

const fields = (door: typeof desk) =>
  `minutes { state attendance { ${door === desk ? 'version' : ''} id presence missed { number } who { roleTitle seat { roleTitle } } } }`
const record = (meeting: Said, rows: object[], as: As = coordinator) =>
  desk.answer<{ recordAttendance: Meeting }>(
    `mutation ($meeting: ID!, $rows: [AttendanceInput!]!) { recordAttendance(meeting: $meeting, rows: $rows) { ${fields(desk)} } }`,
    { meeting: meeting.id, rows },
    as,
  )
const read = async (meeting: Said, door = desk, as: As = coordinator) =>
  (
    await door.data<{ node: Meeting | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { ${fields(door)} } } }`,
      { id: meeting.id },
      as,
    )
  ).node?.minutes?.attendance
const refusal = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions

async function meet(heldOn: string): Promise<{ meeting: Said; open: Item; inner: Item }> {
  const meeting = await done('createMeeting', { body: body.id, state: { heldOn } })
  await done('setMeetingVisibility', { id: meeting.id, version: 1, visibility: 'PUBLIC' })
  const open = await done('addAgendaItem', { meeting: meeting.id, item: { title: 'Skoleveier' } })
  const inner = await done('addAgendaItem', { meeting: meeting.id, item: { title: 'Hemmelig sak' } })
  return { meeting, open, inner }
}
async function publish({ meeting, open, inner }: Awaited<ReturnType<typeof meet>>) {
  const items = [
    { id: open.id, visibility: 'PUBLIC' },
    { id: inner.id, visibility: 'INTERNAL', legalGround: 'offl. § 24' },
  ]
  expect((await actOnAgenda('publishAgenda', meeting, { items })).errors).toEqual([])
  expect((await actOnMinutes('approveMinutes', meeting, { on: '2026-03-01' })).errors).toEqual([])
  expect((await actOnMinutes('publishMinutes', meeting)).errors).toEqual([])
}

describe('who came to a meeting', () => {
  it('is said by seat and function, for the whole meeting or all but some items, and read with the minutes', async () => {
    const all = await meet('2026-01-12')
    const { meeting, open, inner } = all
    const { errors } = await record(meeting, [
      { who: seat('Leder'), presence: 'PRESENT' },
      { who: seat('Rektor'), presence: 'EXCUSED', missed: [open.id] },
      { who: seat('Politikontakt'), presence: 'SUBSTITUTE', missed: [open.id, inner.id] },
      { who: { roleTitle: 'Helsesykepleier' }, presence: 'PRESENT' },
    ])
    expect(errors).toEqual([])
    expect(await read(meeting)).toMatchObject([
      { presence: 'PRESENT', missed: [], who: { seat: { roleTitle: 'Leder' } } },
      { presence: 'EXCUSED', missed: [] },
      { presence: 'SUBSTITUTE', missed: [{ number: 1 }, { number: 2 }] },
      { presence: 'PRESENT', who: { roleTitle: 'Helsesykepleier' } },
    ])
    expect(await read(meeting, desk, member)).toBeUndefined()
    expect(await read(meeting, portal, {})).toBeUndefined()
    await publish(all)
    // The number of an item that is not theirs to read is not told either.
    expect((await read(meeting, portal, {}))?.map(({ missed }) => missed)).toEqual([[], [], [{ number: 1 }], []])
  })

  it('is not taken from somebody who says it at the same time', async () => {
    const { meeting } = await meet('2026-01-13')
    await record(meeting, [{ who: seat('Leder'), presence: 'PRESENT' }])
    const [leader] = (await read(meeting)) ?? []
    const seen = { id: leader?.id, version: leader?.version }
    expect(refusal(await record(meeting, [{ who: seat('Leder'), presence: 'ABSENT' }]))).toMatchObject({
      code: 'CONFLICT',
    })
    expect((await record(meeting, [{ ...seen, presence: 'EXCUSED' }])).errors).toEqual([])
    expect(refusal(await record(meeting, [{ ...seen, presence: 'ABSENT' }]))).toMatchObject({ code: 'CONFLICT' })
    const twice = { who: { roleTitle: 'Gjest' }, presence: 'PRESENT' }
    expect(refusal(await record(meeting, [twice, { ...twice, who: { roleTitle: 'gjest' } }]))).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await read(meeting)).toMatchObject([{ presence: 'EXCUSED' }])
  })

  it('is taken off the list again, and not said of what is not there', async () => {
    const { meeting, open } = await meet('2026-01-14')
    const other = await meet('2026-01-15')
    await record(meeting, [{ who: seat('Leder'), presence: 'PRESENT', missed: [open.id] }])
    const [leader] = (await read(meeting)) ?? []
    const seen = { id: leader?.id, version: leader?.version }
    expect(refusal(await record(other.meeting, [{ ...seen, presence: 'ABSENT' }]))).toMatchObject({ code: 'NOT_FOUND' })
    expect(refusal(await record(meeting, [{ ...seen, presence: 'PRESENT', missed: [other.open.id] }]))).toMatchObject({
      fields: { 'rows.0.missed': 'not_found' },
    })
    expect(refusal(await record(meeting, [{ presence: 'PRESENT' }]))).toMatchObject({
      fields: { 'rows.0': 'exactly_one' },
    })
    expect(refusal(await record(meeting, [{ who: seat('Rektor') }]))).toMatchObject({
      fields: { 'rows.0.presence': 'required' },
    })
    expect((await record(meeting, [seen])).errors).toEqual([])
    expect(await read(meeting)).toEqual([])
  })

  it('never changes once the minutes are approved, and a seat that came is not removed', async () => {
    const all = await meet('2026-01-16')
    const { meeting } = all
    await record(meeting, [{ who: seat('Leder'), presence: 'PRESENT' }])
    const [leader] = (await read(meeting)) ?? []
    await publish(all)
    const seen = { id: leader?.id, version: leader?.version }
    for (const row of [seen, { ...seen, presence: 'ABSENT' }, { who: seat('Rektor'), presence: 'PRESENT' }])
      expect(refusal(await record(meeting, [row]))).toMatchObject({ fields: { meeting: 'minutes_published' } })
    const refused = 'approved minutes never change'
    await expect(database.owner.query(`UPDATE attendance SET presence = 'absent'`)).rejects.toThrow(refused)
    await expect(database.owner.query('DELETE FROM fact WHERE attendance_id IS NOT NULL')).rejects.toThrow(refused)
    await expect(database.owner.query(`DELETE FROM seat WHERE role_title = 'Leder'`)).rejects.toThrow(refused)
  })

  it('is part of what is approved: another list is another hash', async () => {
    const hashes = await Promise.all(
      ['PRESENT', 'ABSENT'].map(async (presence) => {
        const all = await meet(presence === 'PRESENT' ? '2026-01-17' : '2026-01-18')
        await record(all.meeting, [{ who: seat('Leder'), presence }])
        await publish(all)
        const { node } = await desk.data<{ node: { minutes: { approvedHash: string } } }>(
          'query ($id: ID!) { node(id: $id) { ... on Meeting { minutes { approvedHash } } } }',
          { id: all.meeting.id },
          coordinator,
        )
        return node.minutes.approvedHash
      }),
    )
    expect(new Set(hashes).size).toBe(2)
  })
})
