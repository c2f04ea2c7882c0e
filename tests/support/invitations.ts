import ical from 'ical.js'
import { openDoor, type As } from './ask.ts'
import { meetingsOf } from './meetings.ts'
import { carry, courierOf, openPostOffice, type Mail } from './post.ts'
import { loadIntoProevebygd } from './proevebygd.ts'
import { signInAs } from './sign-in.ts'
import { openTestDatabase } from './test-database.ts'

export const dayInMs = 86_400_000
/** The day after tomorrow and so on, so that no letter is urgent. */
export const inDays = (days: number) => new Date(Date.now() + days * dayInMs).toISOString().slice(0, 10)

type Invited = {
  id: string
  guest: string | null
  seat: { roleTitle: string } | null
  answer: string | null
  note: string | null
  standIn: string | null
  standInNote: string | null
  isWithdrawn: boolean
  letters: { kind: string; to: string; sentAt: string | null; failure: string | null }[]
}

/** The letter to an address among some. */
export const to = (mails: Mail[], address: string) => {
  const found = mails.find(({ envelopeTo }) => envelopeTo.includes(address))
  if (!found) throw new Error(`Nothing to ${address}: ${mails.flatMap(({ envelopeTo }) => envelopeTo).join(', ')}`)
  return found
}

/** The calendar part of a letter, as another program reads it. */
export const calendarOf = ({ attachments, text }: Mail) => {
  const part = attachments.find(({ contentType }) => contentType === 'text/calendar')
  if (!part) throw new Error(`No calendar in: ${text}`)
  const calendar = new ical.Component(ical.parse(part.content.toString()))
  return { calendar, event: calendar.getFirstSubcomponent('vevent') as InstanceType<typeof ical.Component> }
}

/** A municipality with a council, its seats and their addresses, and a courier to a post office at the time of `clock`. */
export async function openCouncil() {
  const database = await openTestDatabase()
  const desk = openDoor(database, 'admin')
  const open = openDoor(database, 'open')
  const post = await openPostOffice()
  const clock = { now: new Date(`${inDays(1)}T09:30:00Z`) }
  const courier = courierOf(database, { open, admin: desk }, post.url, () => clock.now)

  const seat = (role: string, attachment = 'member') => ({ role, attachment })
  await loadIntoProevebygd(database, {
    bodies: [
      {
        key: 'raadet',
        name: 'Rådet',
        visibility: 'public',
        seats: [
          seat('Leder'),
          seat('Rektor'),
          seat('Prest', 'standing_invitation'),
          seat('Lege', 'on_demand'),
          seat('Tom'),
        ],
      },
      { key: 'annet', name: 'Et annet', visibility: 'public', seats: [seat('Naboen')] },
    ],
  })
  const { rows } = await database.owner.query<{ id: string; role: string }>('SELECT id, role_title AS role FROM seat')
  const seats: Record<string, string> = Object.fromEntries(
    rows.map(({ id, role }) => [role, Buffer.from(`Seat:${id}`).toString('base64url')]),
  )
  const found = await desk.data<{ body: { id: string } }>('{ body(municipality: "9901", slug: "raadet") { id } }')
  const body = found.body.id
  const coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  const leader = rows.find(({ role }) => role === 'Leder')?.id ?? ''
  const member = await signInAs(database, 'Leder', [{ kind: 'member', seatId: leader }])
  const stranger = await signInAs(database, 'Fremmed')
  for (const [account, email] of [
    [coordinator, 'koordinator@kommune.example'],
    [member, 'Leder@kommune.example'],
  ] as const)
    await database.owner.query('UPDATE account SET email = $2 WHERE id = $1', [account.accountId, email])
  const meetings = meetingsOf(desk, () => coordinator)

  const setAddresses = (rows: { seat: string; addresses: string[]; substitutes: string[] }[], as: As = coordinator) =>
    desk.answer(
      `mutation ($body: ID!, $seats: [SeatAddressesInput!]!) { setSeatAddresses(body: $body, seats: $seats) { id } }`,
      { body, seats: rows.map(({ seat, ...rest }) => ({ seat: seats[seat], ...rest })) },
      as,
    )
  const meet = (state: object = {}) =>
    meetings.done('createMeeting', {
      body,
      state: { heldOn: inDays(30), startsAt: '13:00', endsAt: '15:00', place: 'Rådhuset', ...state },
    })
  const invite = (
    meeting: string,
    roles: string[],
    more: { guests?: object[]; message?: string } = {},
    as: As = coordinator,
  ) =>
    desk.answer(
      `mutation ($meeting: ID!, $seats: [ID!]!, $guests: [GuestInput!]!, $message: String) {
       inviteToMeeting(meeting: $meeting, seats: $seats, guests: $guests, message: $message) { id } }`,
      { meeting, seats: roles.map((role) => seats[role]), guests: [], ...more },
      as,
    )
  const invitees = async (meeting: string, as: As = coordinator) =>
    (
      await desk.data<{ node: { invitees: Invited[] } | null }>(
        'query ($id: ID!) { node(id: $id) { ... on Meeting { invitees { id guest seat { roleTitle } answer note standIn standInNote isWithdrawn letters { kind to sentAt failure } } } } }',
        { id: meeting },
        as,
      )
    ).node?.invitees ?? []
  const answerLetter = (token: string, answer: string, note?: string) =>
    desk.answer(
      'mutation ($token: String!, $answer: InvitationAnswer!, $note: String) { answerLetter(token: $token, answer: $answer, note: $note) }',
      { token, answer, note },
    )
  const carried = async () => {
    await carry(courier)
    return post.taken()
  }

  await setAddresses([
    { seat: 'Rektor', addresses: ['rektor@skole.example'], substitutes: ['inspektor@skole.example'] },
    { seat: 'Prest', addresses: [], substitutes: ['kapellan@kirke.example'] },
  ])
  return {
    database,
    desk,
    post,
    clock,
    seats,
    coordinator,
    member,
    stranger,
    meetings,
    setAddresses,
    meet,
    invite,
    invitees,
    answerLetter,
    carried,
  }
}
