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
let body: { id: string }
const { act, done, undo, actOnAgenda, actOnMinutes } = meetingsOf(desk, () => coordinator)

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    bodies: [{ key: 'raadet', name: 'Rådet', visibility: 'public', seats: [{ role: 'Medlem', attachment: 'member' }] }],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM seat')
  member = await signInAs(database, 'Medlem', [{ kind: 'member', seatId: rows[0]?.id ?? '' }])
  const found = await desk.data<{ body: { id: string } }>('{ body(municipality: "9901", slug: "raadet") { id } }')
  body = found.body
})

const pick = ({ id, version }: Said) => ({ id, version })
const faults = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions

/** A public meeting of the past with an open item and one that is not. */
async function meet(heldOn: string): Promise<{ meeting: Said; open: Item; inner: Item }> {
  const made = await done('createMeeting', { body: body.id, state: { heldOn } })
  const meeting = await done('setMeetingVisibility', { ...pick(made), visibility: 'PUBLIC' })
  const open = await done('addAgendaItem', { meeting: made.id, item: { title: 'Skoleveier' } })
  const inner = await done('addAgendaItem', { meeting: made.id, item: { title: 'Sikring' } })
  return { meeting, open, inner }
}
const publishAgenda = async (meeting: Said, open: Said, inner: Said) => {
  const { errors } = await actOnAgenda('publishAgenda', meeting, {
    items: [
      { id: open.id, visibility: 'PUBLIC' },
      { id: inner.id, visibility: 'INTERNAL', legalGround: 'offl. § 24' },
    ],
  })
  expect(errors).toEqual([])
}
const step = async (call: string, meeting: Said, more: object = {}) => {
  const { data, errors } = await actOnMinutes(call, meeting, more)
  expect(errors, call).toEqual([])
  return data.it
}
const write = (item: Said, version: number, text: string | null, decision: string | null = null) =>
  desk.answer<{ writeMinutes: { version: number; text: string | null } }>(
    'mutation ($item: ID!, $version: Int!, $text: String, $decision: String) { writeMinutes(item: $item, version: $version, text: $text, decision: $decision) { version text decision } }',
    { item: item.id, version, text, decision },
    coordinator,
  )
const read = async (meeting: Said, door = desk, as: As = coordinator) =>
  (
    await door.data<{
      node: {
        minutes: { state: string; approvedHash?: string } | null
        agenda: { title: string; entry: object | null }[]
      }
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { minutes { state approvedOn ${door === desk ? 'approvedHash' : ''} addenda { text } } agenda { title entry { text decision } } } } }`,
      { id: meeting.id },
      as,
    )
  ).node
const approved = async (heldOn: string) => {
  const all = await meet(heldOn)
  await write(all.open, 0, 'Drøftet', 'Støttes')
  await write(all.inner, 0, 'Hemmelig ord')
  await publishAgenda(all.meeting, all.open, all.inner)
  await step('approveMinutes', all.meeting, { on: '2026-03-01' })
  return all
}

describe('minutes', () => {
  it('are read by those who write them, then by the body, then by everybody, item by item', async () => {
    const { meeting, open, inner } = await meet('2026-01-12')
    expect((await write(open, 0, 'Drøftet', 'Støttes')).errors).toEqual([])
    expect((await write(inner, 0, 'Hemmelig ord')).errors).toEqual([])
    expect((await read(meeting, desk, member)).minutes).toBeNull()
    expect(faults(await actOnMinutes('sendMinutes', meeting))).toMatchObject({ fields: { id: 'agenda_is_draft' } })
    await publishAgenda(meeting, open, inner)
    await step('sendMinutes', meeting)
    expect(await read(meeting, desk, member)).toMatchObject({
      minutes: { state: 'SENT' },
      agenda: [{ entry: { text: 'Drøftet', decision: 'Støttes' } }, { entry: { text: 'Hemmelig ord' } }],
    })
    expect(await read(meeting, portal, {})).toMatchObject({
      minutes: null,
      agenda: [{ title: 'Skoleveier', entry: null }],
    })
    await step('approveMinutes', meeting, { on: '2026-02-01' })
    expect((await read(meeting, portal, {})).minutes).toBeNull()
    await step('publishMinutes', meeting)
    expect(await read(meeting, portal, {})).toMatchObject({
      minutes: { state: 'PUBLISHED', approvedOn: '2026-02-01' },
      agenda: [{ title: 'Skoleveier', entry: { text: 'Drøftet', decision: 'Støttes' } }],
    })
    expect((await actOnAgenda('withdrawAgenda', meeting)).errors).toEqual([])
    expect(await read(meeting, portal, {})).toMatchObject({ minutes: null, agenda: [] })
    expect((await undo(meeting.id)).errors).toEqual([])
    await step('withdrawMinutes', meeting)
    expect(await read(meeting, portal, {})).toMatchObject({ minutes: null, agenda: [{ entry: null }] })
    expect((await undo(meeting.id)).errors).toEqual([])
    expect(await read(meeting, portal, {})).toMatchObject({ minutes: { state: 'PUBLISHED' } })
  })

  it('are written by one at a time: who saw an earlier version is told, whichever of many came first', async () => {
    const { open } = await meet('2026-01-13')
    const answers = await Promise.all(Array.from({ length: 8 }, (_, nth) => write(open, 0, `Skribent ${nth}`)))
    const written = answers.filter(({ errors }) => !errors.length)
    expect(written).toHaveLength(1)
    for (const lost of answers.filter(({ errors }) => errors.length))
      expect(faults(lost)).toMatchObject({ code: 'CONFLICT', version: 1 })
    expect((await write(open, 1, 'Videre')).data.writeMinutes).toMatchObject({ version: 2, text: 'Videre' })
    expect(faults(await write(open, 1, 'For sent'))).toMatchObject({ code: 'CONFLICT', version: 2 })
    expect((await write(open, 2, ' ')).data.writeMinutes).toMatchObject({ version: 3, text: null })
  })

  it('that are approved never change, by any way, and their hash tells that they have not', async () => {
    const { meeting, open, inner } = await approved('2026-01-14')
    const before = await read(meeting)
    const moved = { ...pick(meeting), state: { heldOn: '2026-01-13' } }
    expect((await act('correctMeeting', moved)).errors).toHaveLength(1)
    expect(before.minutes).toMatchObject({
      state: 'APPROVED',
      approvedHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(faults(await write(open, 1, 'Omskrevet'))).toMatchObject({ fields: { item: 'minutes_approved' } })
    const item = { title: 'Noe annet', visibility: 'PUBLIC' }
    for (const attempt of [
      act('correctAgendaItem', { id: open.id, version: open.version + 1, item }),
      act('removeAgendaItem', { id: open.id, version: open.version + 1 }),
      act('addAgendaItem', { meeting: meeting.id, item }),
      actOnAgenda('orderAgenda', meeting, { items: [inner.id, open.id] }),
      actOnMinutes('approveMinutes', meeting, { on: '2026-03-02' }),
      undo(meeting.id),
    ])
      expect((await attempt).errors).toHaveLength(1)
    for (const sql of [
      `UPDATE minutes_entry SET text = 'x'`,
      `UPDATE meeting SET held_on = '2026-01-13'`,
      `UPDATE meeting SET status = 'cancelled' WHERE status = 'held'`,
      `DELETE FROM minutes_entry`,
      `UPDATE minutes SET state = 'draft', approved_on = NULL, approved_hash = NULL`,
      `DELETE FROM meeting WHERE id IN (SELECT meeting_id FROM minutes WHERE state = 'approved')`,
    ])
      await expect(database.owner.query(sql), sql).rejects.toThrow('approved minutes never change')
    expect(await read(meeting)).toEqual(before)
    // The hash stands in the audit.
    const { acts } = await desk.data(
      'query ($id: ID!) { acts(filter: { object: $id }) { nodes { kind isUndoable changes { differences { column after } } } } }',
      { id: meeting.id },
      coordinator,
    )
    expect(JSON.stringify(acts)).toContain(before.minutes?.approvedHash)
  })

  it('are corrected by what is added, which stays for good', async () => {
    const { meeting } = await approved('2026-01-15')
    await step('addToMinutes', meeting, { text: 'Det var 12 skoleveier, ikke 21.' })
    expect(faults(await actOnMinutes('addToMinutes', meeting, { text: ' ' }))).toMatchObject({
      fields: { text: 'required' },
    })
    const shown = await step('publishMinutes', meeting)
    expect(await read(meeting, portal, {})).toMatchObject({
      minutes: { addenda: [{ text: 'Det var 12 skoleveier, ikke 21.' }] },
    })
    await expect(database.owner.query(`DELETE FROM minutes_addendum`)).rejects.toThrow('never change')
    expect(shown.status).toBe('HELD')
  })

  it('say what stands in the way', async () => {
    const { meeting, open } = await meet('2026-01-16')
    expect(faults(await actOnMinutes('sendMinutes', meeting))).toMatchObject({ fields: { id: 'no_minutes' } })
    await write(open, 0, 'Drøftet')
    expect(faults(await actOnMinutes('publishMinutes', meeting))).toMatchObject({ fields: { id: 'minutes_draft' } })
    const approve = (on: string) => actOnMinutes('approveMinutes', meeting, { on })
    expect(faults(await approve('2026-01-15'))).toMatchObject({ fields: { on: 'before_it_began' } })
    expect(faults(await approve('2126-01-15'))).toMatchObject({ fields: { on: 'in_future' } })
    // Who approves them has seen every word.
    const seen = { version: 1, on: '2026-01-16' }
    await write(open, 1, 'Drøftet lenge')
    expect(faults(await actOnMinutes('approveMinutes', meeting, seen))).toMatchObject({ code: 'CONFLICT' })
    const other = { agendaVersion: 1, on: '2026-01-16' }
    expect(faults(await actOnMinutes('approveMinutes', meeting, other))).toMatchObject({ code: 'CONFLICT' })
    await step('approveMinutes', meeting, { on: '2026-01-16' })
    expect(faults(await actOnMinutes('publishMinutes', meeting))).toMatchObject({ fields: { id: 'agenda_is_draft' } })
    expect(faults(await write(open, 2, 'x'.repeat(20_001)))).toMatchObject({ fields: { text: 'too_long' } })
  })
})
