import ical from 'ical.js'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { meetingsOf } from '../support/meetings.ts'
import { carry, courierOf, openPostOffice, origins, tokenIn, type Mail } from '../support/post.ts'
import { hidden, loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const open = openDoor(database, 'open')
const post = await openPostOffice()
const dayInMs = 86_400_000
/** The day after tomorrow and so on, so that no letter is urgent. */
const inDays = (days: number) => new Date(Date.now() + days * dayInMs).toISOString().slice(0, 10)
let clock = new Date(`${inDays(1)}T09:30:00Z`)
const courier = courierOf(database, { open, admin: desk }, post.url, () => clock)

let coordinator: SignedIn
let member: SignedIn
let stranger: SignedIn
let body: string
const seats: Record<string, string> = {}
const meetings = meetingsOf(desk, () => coordinator)

beforeAll(async () => {
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
  for (const { id, role } of rows) seats[role] = Buffer.from(`Seat:${id}`).toString('base64url')
  const found = await desk.data<{ body: { id: string } }>('{ body(municipality: "9901", slug: "raadet") { id } }')
  body = found.body.id
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  const leader = rows.find(({ role }) => role === 'Leder')?.id ?? ''
  member = await signInAs(database, 'Leder', [{ kind: 'member', seatId: leader }])
  stranger = await signInAs(database, 'Fremmed')
  for (const [account, email] of [
    [coordinator, 'koordinator@kommune.example'],
    [member, 'Leder@kommune.example'],
  ] as const)
    await database.owner.query('UPDATE account SET email = $2 WHERE id = $1', [account.accountId, email])
  await setAddresses([
    { seat: 'Rektor', addresses: ['rektor@skole.example'], substitutes: ['inspektor@skole.example'] },
    { seat: 'Prest', addresses: [], substitutes: ['kapellan@kirke.example'] },
  ])
})

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
const to = (mails: Mail[], address: string) => {
  const found = mails.find(({ envelopeTo }) => envelopeTo.includes(address))
  if (!found) throw new Error(`Nothing to ${address}: ${mails.flatMap(({ envelopeTo }) => envelopeTo).join(', ')}`)
  return found
}
const calendarOf = ({ attachments, text }: Mail) => {
  const part = attachments.find(({ contentType }) => contentType === 'text/calendar')
  if (!part) throw new Error(`No calendar in: ${text}`)
  const calendar = new ical.Component(ical.parse(part.content.toString()))
  return { calendar, event: calendar.getFirstSubcomponent('vevent') as InstanceType<typeof ical.Component> }
}
const carried = async () => {
  await carry(courier)
  return post.taken()
}

// What one test leaves unsent is not the next one’s.
beforeEach(async () => void (await carried()))

describe('an invitation', () => {
  it('goes to who has the seat, else to its addresses, and else to who stands in', async () => {
    const { id } = await meet()
    await invite(id, ['Leder', 'Rektor', 'Prest', 'Tom'])
    const mails = await carried()
    expect(mails.flatMap(({ envelopeTo }) => envelopeTo).toSorted()).toEqual([
      'kapellan@kirke.example',
      'leder@kommune.example',
      'rektor@skole.example',
    ])
    expect(to(mails, 'kapellan@kirke.example').text).toContain('som vara for Prest')
    expect((await invitees(id)).map(({ seat, letters }) => [seat?.roleTitle, letters.map((one) => one.to)])).toEqual([
      ['Leder', ['HOLDER']],
      ['Rektor', ['SEAT']],
      ['Prest', ['SUBSTITUTE']],
      ['Tom', []],
    ])
    expect(await carried()).toEqual([])
  })

  it('tells when and where, carries a calendar part, and is answered to who keeps the body', async () => {
    const { id } = await meet()
    await invite(id, ['Rektor'], { message: 'Ta med tallene.\nVi begynner presis. <b>Hilsen</b>' })
    const mail = to(await carried(), 'rektor@skole.example')
    expect(mail.subject).toMatch(/^Innkalling: Rådet, .* kl\. 13:00–15:00$/)
    expect(mail.text).toContain('Sted: Rådhuset')
    expect(mail.text).toContain('> Ta med tallene.\n> Vi begynner presis.')
    expect(mail.html).toContain('&lt;b&gt;Hilsen')
    expect(mail.replyTo?.value[0]?.address).toBe('koordinator@kommune.example')
    const { calendar, event } = calendarOf(mail)
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(event.getFirstPropertyValue('dtstart')?.toString()).toBe(`${inDays(30)}T13:00:00`)
    expect(event.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Oslo')
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Oslo')
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:samrad@desk.example')
    expect(event.getFirstPropertyValue('attendee')).toMatch(/^mailto:rektor@skole.example$/i)
    expect(event.getFirstProperty('attendee')?.getParameter('rsvp')).toBe('FALSE')
  })

  it('tells of the agenda what everybody may read, and nothing else', async () => {
    const { id, version } = await meet()
    await meetings.done('setMeetingVisibility', { id, version, visibility: 'PUBLIC' })
    for (const title of ['Skoleveier', `${hidden} sak`])
      await meetings.done('addAgendaItem', { meeting: id, item: { title } })
    await invite(id, ['Rektor', 'Leder'])
    expect((await carried()).map(({ text }) => text).join()).not.toMatch(/Skoleveier|HEMMELIG/)
    const { agenda, agendaVersion } = await meetings.ask(id).then((found) => found as NonNullable<typeof found>)
    const items = agenda.map((item, nth) => ({
      id: item.id,
      visibility: nth ? 'INTERNAL' : 'PUBLIC',
      ...(nth ? { legalGround: 'Offl. § 13' } : {}),
    }))
    await meetings.done('publishAgenda', { id, agendaVersion, items })
    await desk.data('mutation ($id: ID!) { remindInvitees(meeting: $id) { id } }', { id }, coordinator)
    const mails = await carried()
    expect(mails).toHaveLength(2)
    for (const { text, html } of mails) {
      expect(text).toContain('1. Skoleveier')
      expect(text).not.toContain(hidden)
      expect(html).not.toContain(hidden)
    }
  })

  it('goes to a guest under one item', async () => {
    const { id } = await meet()
    const item = await meetings.done('addAgendaItem', { meeting: id, item: { title: 'Uteliv' } })
    const guest = { guest: 'Utelivsforeningen', email: ' Leder@Uteliv.example ', item: item.id }
    await invite(id, [], { guests: [guest] })
    const mail = to(await carried(), 'leder@uteliv.example')
    expect(mail.text).toContain('Gjest under: sak 1')
    expect(mail.text).not.toContain('Uteliv\n')
    await answerLetter(tokenIn(mail), 'COMING')
    expect(await invitees(id)).toMatchObject([{ guest: 'Utelivsforeningen', answer: 'COMING' }])
    expect(await invitees(id, member)).toEqual([])
  })

  it.each([
    ['a meeting that was', { heldOn: '2020-01-01' }, ['Rektor'], [], { meeting: 'is_over' }],
    ['nobody', {}, [], [], { seats: 'required' }],
    ['a seat of another body', {}, ['Naboen'], [], { seats: 'not_found' }],
    ['an address that is none', {}, [], [{ guest: 'Lærer', email: 'her' }], { 'guests.0.email': 'not_an_email' }],
  ])('is refused for %s', async (_what, state, roles, guests, fields) => {
    const { id } = await meet(state)
    const { errors } = await invite(id, roles, { guests })
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields })
    expect(await carried()).toEqual([])
  })

  it('comes once, however often it is asked for, and again when it was taken back', async () => {
    const { id } = await meet()
    await invite(id, ['Rektor'])
    await invite(id, ['Rektor'])
    expect(await carried()).toHaveLength(1)
    const [one] = await invitees(id)
    await desk.data('mutation ($id: ID!) { withdrawInvitee(id: $id) { id } }', { id: one?.id }, coordinator)
    const mail = to(await carried(), 'rektor@skole.example')
    expect(mail.subject).toContain('Du trenger ikke å møte')
    expect(calendarOf(mail).calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect((await answerLetter(tokenIn(mail), 'COMING')).errors[0]?.extensions).toMatchObject({
      fields: { answer: 'is_over' },
    })
    await invite(id, ['Rektor'])
    expect(await carried()).toHaveLength(1)
  })
})

describe('the answer', () => {
  it('is given by the link without signing in, and seen by who keeps the body', async () => {
    const { id } = await meet()
    await invite(id, ['Rektor'])
    const token = tokenIn(to(await carried(), 'rektor@skole.example'))
    const { data } = await desk.answer(
      'query ($token: String!) { letterInvitation(token: $token) { bodyName who heldOn place answer } }',
      { token },
    )
    expect(data).toEqual({
      letterInvitation: { bodyName: 'Rådet', who: 'Rektor', heldOn: inDays(30), place: 'Rådhuset', answer: null },
    })
    expect((await answerLetter(token, 'COMING', 'Kommer kvart over')).data).toEqual({ answerLetter: true })
    expect(await invitees(id)).toMatchObject([{ answer: 'COMING', note: 'Kommer kvart over' }])
    expect((await answerLetter('x'.repeat(43), 'COMING')).errors[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('that they do not come themselves asks who stands in, who is told when they are needed no more', async () => {
    const { id } = await meet()
    await invite(id, ['Rektor'])
    const token = tokenIn(to(await carried(), 'rektor@skole.example'))
    await answerLetter(token, 'NOT_COMING', 'Jeg er sykmeldt')
    const asked = to(await carried(), 'inspektor@skole.example')
    expect(asked.text).toContain('Rektor kan ikke komme')
    expect(asked.attachments).toEqual([])
    await answerLetter(token, 'COMING')
    await answerLetter(token, 'NOT_COMING')
    // They are asked still, and hear nothing of what was changed back at once.
    expect(await carried()).toEqual([])

    // What the one wrote is not for the other.
    const read = async () =>
      (
        await desk.answer('query ($token: String!) { letterInvitation(token: $token) { note standIn } }', {
          token: tokenIn(asked),
        })
      ).data
    expect(await read()).toEqual({ letterInvitation: { note: null, standIn: 'ASKED' } })
    await answerLetter(tokenIn(asked), 'COMING', 'Gjerne')
    expect(await read()).toEqual({ letterInvitation: { note: 'Gjerne', standIn: 'COMING' } })
    expect(await invitees(id)).toMatchObject([{ answer: 'NOT_COMING', standIn: 'COMING', standInNote: 'Gjerne' }])
    const confirmed = to(await carried(), 'inspektor@skole.example')
    expect(confirmed.subject).toContain('Du møter som vara')
    expect(calendarOf(confirmed).calendar.getFirstPropertyValue('method')).toBe('REQUEST')

    await answerLetter(token, 'COMING')
    const released = to(await carried(), 'inspektor@skole.example')
    expect(released.subject).toContain('Du trenger ikke å møte')
    expect(calendarOf(released).calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect((await answerLetter(tokenIn(asked), 'NOT_COMING')).errors[0]?.extensions).toMatchObject({
      fields: { answer: 'not_needed' },
    })
    expect(await invitees(id)).toMatchObject([{ answer: 'COMING', standIn: null }])
  })

  it('of one of two who stand in is not undone by the other', async () => {
    await setAddresses([
      { seat: 'Lege', addresses: ['lege@helse.example'], substitutes: ['a@helse.example', 'b@helse.example'] },
    ])
    const { id } = await meet()
    await invite(id, ['Lege'])
    await answerLetter(tokenIn(to(await carried(), 'lege@helse.example')), 'SUBSTITUTE')
    const mails = await carried()
    await answerLetter(tokenIn(to(mails, 'a@helse.example')), 'COMING')
    await answerLetter(tokenIn(to(mails, 'b@helse.example')), 'NOT_COMING')
    expect(await invitees(id)).toMatchObject([{ answer: 'SUBSTITUTE', standIn: 'COMING' }])
    await answerLetter(tokenIn(to(mails, 'a@helse.example')), 'NOT_COMING')
    expect(await invitees(id)).toMatchObject([{ answer: 'SUBSTITUTE', standIn: 'NOT_COMING' }])
  })

  it('is asked of nobody whose seat or address is theirs no more', async () => {
    const seatId =
      Buffer.from(seats['Tom'] ?? '', 'base64url')
        .toString()
        .split(':')[1] ?? ''
    const former = await signInAs(database, 'Tidligere', [{ kind: 'member', seatId }])
    await database.owner.query('UPDATE account SET email = $2 WHERE id = $1', [
      former.accountId,
      'tidligere@example.no',
    ])
    const { id } = await meet()
    await invite(id, ['Tom', 'Lege'])
    const mails = await carried()
    const tokens = ['tidligere@example.no', 'lege@helse.example'].map((one) => tokenIn(to(mails, one)))
    await setAddresses([{ seat: 'Lege', addresses: [], substitutes: [] }])
    await database.owner.query('UPDATE role_grant SET ended_at = now() WHERE account_id = $1', [former.accountId])
    for (const token of tokens)
      expect((await answerLetter(token, 'COMING')).errors[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('of a member is given by the seat, and of others by who keeps the body', async () => {
    const { id } = await meet()
    await invite(id, ['Leder', 'Rektor'])
    const [own, other] = await invitees(id)
    const answer = (one: string | undefined, as: As) =>
      desk.answer('mutation ($id: ID!) { answerInvitation(id: $id, answer: NOT_COMING) { answer } }', { id: one }, as)
    expect((await invitees(id, member)).map((one) => one.id)).toEqual([own?.id])
    expect((await answer(own?.id, member)).data).toEqual({ answerInvitation: { answer: 'NOT_COMING' } })
    expect((await answer(other?.id, member)).errors[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await answer(other?.id, stranger)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await answer(other?.id, coordinator)).data).toEqual({ answerInvitation: { answer: 'NOT_COMING' } })
  })
})

describe('who is invited', () => {
  it('is told that the meeting was moved or cancelled, in their calendar too, and answers anew', async () => {
    const { id, version } = await meet()
    await invite(id, ['Rektor'])
    const first = to(await carried(), 'rektor@skole.example')
    await answerLetter(tokenIn(first), 'COMING')
    await meetings.done('moveMeeting', { id, version, to: { heldOn: inDays(31), startsAt: '09:00' }, because: 'Ferie' })
    const moved = to(await carried(), 'rektor@skole.example')
    expect(moved.text).toMatch(/Flyttet fra .* kl\. 13:00–15:00, Rådhuset\. Ferie/)
    expect(await invitees(id)).toMatchObject([{ answer: null }])
    await meetings.done('cancelMeeting', { id, version: version + 1 })
    const cancelled = to(await carried(), 'rektor@skole.example')
    const [before, now, after] = [first, moved, cancelled].map(calendarOf)
    expect(now?.event.getFirstPropertyValue('uid')).toBe(before?.event.getFirstPropertyValue('uid'))
    expect(now?.event.getFirstPropertyValue('sequence')).toBeGreaterThan(
      Number(before?.event.getFirstPropertyValue('sequence')),
    )
    expect(after?.calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(after?.event.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect((await answerLetter(tokenIn(moved), 'COMING')).errors).toHaveLength(1)
  })

  it('hears nothing of what is undone at once, and hears of what is undone later', async () => {
    const { id, version } = await meet()
    await invite(id, ['Rektor'])
    await carried()
    const undo = async () => {
      const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
        'query ($id: ID!) { acts(first: 1, filter: { object: $id }) { nodes { id } } }',
        { id },
        coordinator,
      )
      await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
    }
    await meetings.done('cancelMeeting', { id, version })
    await undo()
    expect(await carried()).toEqual([])
    const { version: now } = (await meetings.ask(id)) as { version: number }
    await meetings.done('cancelMeeting', { id, version: now })
    expect(await carried()).toHaveLength(1)
    await undo()
    expect(to(await carried(), 'rektor@skole.example').subject).toContain('holdes likevel')
  })

  it('is told when the meeting was entered wrongly, and keeps it when it is to be forgotten', async () => {
    const { id, version } = await meet()
    await invite(id, ['Rektor'])
    await answerLetter(tokenIn(to(await carried(), 'rektor@skole.example')), 'COMING')
    const state = { heldOn: inDays(30), startsAt: '13:00', endsAt: '15:00' }
    await meetings.done('correctMeeting', { id, version, state: { ...state, place: 'Biblioteket' } })
    expect(to(await carried(), 'rektor@skole.example').text).toContain('Biblioteket')
    expect(await invitees(id)).toMatchObject([{ answer: 'COMING' }])
    await meetings.done('correctMeeting', { id, version: version + 1, state: { ...state, heldOn: inDays(20) } })
    expect(await carried()).toHaveLength(1)
    expect(await invitees(id)).toMatchObject([{ answer: null }])
    const { acts } = await desk.data<{ acts: { nodes: { id: string; kind: string }[] } }>(
      'query ($id: ID!) { acts(first: 20, filter: { object: $id }) { nodes { id kind } } }',
      { id },
      coordinator,
    )
    for (const act of acts.nodes.filter(({ kind }) => kind === 'correct'))
      await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: act.id }, coordinator)
    const created = acts.nodes.find(({ kind }) => kind === 'create')
    const undone = await desk.answer(
      'mutation ($id: ID!) { undoAct(id: $id) { id } }',
      { id: created?.id },
      coordinator,
    )
    expect(undone.errors[0]?.extensions.code).toBe('CONFLICT')
    expect(await invitees(id)).toHaveLength(1)
  })

  it('is not written to in quiet hours, unless the meeting is tomorrow', async () => {
    const day = clock
    clock = new Date(`${inDays(1)}T22:30:00Z`)
    const [far, near] = [await meet(), await meet({ heldOn: inDays(2) })]
    for (const { id } of [far, near]) await invite(id, ['Rektor'])
    expect((await carried()).map(({ subject }) => subject?.includes('13:00'))).toEqual([true])
    expect(await invitees(far.id)).toMatchObject([{ letters: [{ sentAt: null }] }])
    clock = new Date(day.getTime() + dayInMs)
    expect(await carried()).toHaveLength(1)
    clock = day
  })

  it('may want no more, and the seat is reached by who stands in', async () => {
    const { id } = await meet()
    await invite(id, ['Rektor'])
    const token = tokenIn(to(await carried(), 'rektor@skole.example'))
    const { data } = await desk.answer('mutation ($token: String!) { endLetters(token: $token) }', { token })
    expect(data).toEqual({ endLetters: true })
    const next = await meet()
    await invite(next.id, ['Rektor'])
    expect((await carried()).flatMap(({ envelopeTo }) => envelopeTo)).toEqual(['inspektor@skole.example'])
  })
})

describe('a letter', () => {
  it('that is refused for good is given up and said so, one that is refused for now is tried again', async () => {
    const { id } = await meet()
    await invite(id, ['Leder'])
    post.refuse(451)
    expect(await carried()).toEqual([])
    post.refuse(null)
    const day = clock
    clock = new Date(day.getTime() + 11 * 60_000)
    expect(await carried()).toHaveLength(1)
    clock = day
    const next = await meet()
    await invite(next.id, ['Leder'])
    post.refuse(550)
    expect(await carried()).toEqual([])
    post.refuse(null)
    expect(await carried()).toEqual([])
    expect(await invitees(next.id)).toMatchObject([{ letters: [{ sentAt: null, failure: '550' }] }])
  })

  it('of a meeting that was cancelled before it went is not sent, nor that it was cancelled', async () => {
    const { id, version } = await meet()
    await invite(id, ['Leder'])
    await meetings.done('cancelMeeting', { id, version })
    expect(await carried()).toEqual([])
  })

  it('keeps no address in the history, and no link anybody could find again', async () => {
    const { rows } = await database.owner.query(
      `SELECT before, after FROM act_change WHERE (before::text || after::text) ~ 'example'`,
    )
    expect(rows).toEqual([])
    const { rows: letters } = await database.owner.query<{ token_hash: string }>('SELECT token_hash FROM letter_link')
    expect(letters.every(({ token_hash }) => /^[0-9a-f]{64}$/.test(token_hash))).toBe(true)
    expect(origins.admin).toContain('https')
  })
})

describe('addresses of seats', () => {
  it('are seen and kept by who keeps the body alone', async () => {
    const read = (as: As) =>
      desk.data<{ body: { seats: { addresses: object[] }[]; reach: object[] } }>(
        '{ body(municipality: "9901", slug: "raadet") { seats { addresses { email } } reach { to count } } }',
        {},
        as,
      )
    expect((await read(coordinator)).body.seats.flatMap(({ addresses }) => addresses)).toHaveLength(3)
    for (const other of [member, stranger]) {
      const { seats: seen, reach } = (await read(other)).body
      expect([seen.flatMap(({ addresses }) => addresses), reach]).toEqual([[], []])
      expect((await setAddresses([{ seat: 'Lege', addresses: [], substitutes: [] }], other)).errors).toHaveLength(1)
    }
  })

  it('are addresses', async () => {
    const { errors } = await setAddresses([{ seat: 'Lege', addresses: ['lege'], substitutes: [] }])
    expect(errors[0]?.extensions).toMatchObject({ fields: { 'seats.0.addresses.0': 'not_an_email' } })
  })
})
