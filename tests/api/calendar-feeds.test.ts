import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn
let member: SignedIn
let nobody: SignedIn

beforeAll(async () => {
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const body = (key: string, name: string, visibility: string) => ({
    key,
    name,
    visibility,
    seats: [{ role: 'Rektor', attachment: 'member' }],
    meetings: [
      { on: soon, start: '09:00', visibility: 'internal', place: 'Rådhuset' },
      { on: '2019-01-09', visibility: 'internal' },
    ],
  })
  await loadIntoProevebygd(database, {
    bodies: [body('raadet', 'Rådet', 'internal'), body('annet', 'Et annet', 'internal')],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  nobody = await signInAs(database, 'Uten rolle')
  const { rows } = await database.owner.query<{ id: string }>(
    "SELECT seat.id FROM seat JOIN body ON body.id = body_id WHERE slug = 'raadet'",
  )
  member = await signInAs(database, 'Medlem', [{ kind: 'member', seatId: rows[0]?.id ?? '' }])
})

const make = async (as: As) => (await desk.data<{ it: string }>('mutation { it: makeCalendarFeed }', {}, as)).it
type Told = { bodyName: string; startsAt: string | null; place: string | null }
// A calendar program has the address and nothing else.
const read = async (token: string) =>
  (
    await desk.data<{ calendarFeed: Told[] | null }>(
      'query ($token: String!) { calendarFeed(token: $token) { bodyName startsAt place } }',
      { token },
      undefined,
    )
  ).calendarFeed

describe('the calendar of somebody', () => {
  it('tells of the meetings of the bodies they sit in, also internal ones, lately and from now on', async () => {
    expect(await read(await make(member))).toEqual([{ bodyName: 'Rådet', startsAt: '09:00', place: 'Rådhuset' }])
  })

  it('tells who keeps a municipality of all that meets there', async () => {
    const told = await read(await make(coordinator))
    expect(told?.map(({ bodyName }) => bodyName).toSorted()).toEqual(['Et annet', 'Rådet'])
  })

  it('is empty for who has no role, and nothing for an address that is none', async () => {
    expect(await read(await make(nobody))).toEqual([])
    expect(await read('x'.repeat(43))).toBeNull()
  })

  it('has one address at a time, and none when it is ended', async () => {
    const first = await make(member)
    const second = await make(member)
    expect(await read(first)).toBeNull()
    expect(await read(second)).toHaveLength(1)
    const when = async () =>
      (
        await desk.data<{ viewer: { calendarFeedMadeAt: string | null } }>(
          '{ viewer { calendarFeedMadeAt } }',
          {},
          member,
        )
      ).viewer.calendarFeedMadeAt
    expect(await when()).not.toBeNull()
    await desk.data('mutation { endCalendarFeed }', {}, member)
    expect(await read(second)).toBeNull()
    expect(await when()).toBeNull()
  })

  it('goes with the role, and is made by who is signed in', async () => {
    const token = await make(member)
    await database.owner.query('UPDATE role_grant SET ended_at = now() WHERE account_id = $1', [member.accountId])
    expect(await read(token)).toEqual([])
    const { errors } = await desk.answer('mutation { makeCalendarFeed }', {}, undefined)
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('lets nobody read the addresses of others, which are kept only as their hash', async () => {
    const token = await make(coordinator)
    const { rows } = await database.owner.query<{ token_hash: string }>('SELECT token_hash FROM calendar_feed')
    expect(rows.map(({ token_hash }) => token_hash)).not.toContain(token)
    await database.owner.query('BEGIN; SET LOCAL ROLE samrad_signed_in')
    const seen = await database.owner.query('SELECT * FROM calendar_feed')
    await database.owner.query('ROLLBACK')
    expect(seen.rows).toEqual([])
  })
})
