import { beforeEach, describe, expect, it } from 'vitest'
import type { As } from '../support/ask.ts'
import { calendarOf, inDays, openCouncil, to } from '../support/invitations.ts'
import { origins, tokenIn } from '../support/post.ts'
import { signInAs } from '../support/sign-in.ts'

const {
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
} = await openCouncil()

// What one test leaves unsent is not the next one’s.
beforeEach(async () => void (await carried()))

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
    // What the coordinator adds is not for whoever has the link.
    const [one] = await invitees(id)
    await desk.data(
      'mutation ($id: ID!) { answerInvitation(id: $id, answer: NOT_COMING, note: "Ringte") { note } }',
      { id: one?.id },
      coordinator,
    )
    const again = await desk.answer('query ($token: String!) { letterInvitation(token: $token) { answer note } }', {
      token,
    })
    expect(again.data).toEqual({ letterInvitation: { answer: 'NOT_COMING', note: null } })
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
    // Who was asked and is silent is reminded, and not who has answered.
    await desk.data('mutation ($id: ID!) { remindInvitees(meeting: $id) { id } }', { id }, coordinator)
    const reminders = await carried()
    expect(reminders.flatMap(({ envelopeTo }) => envelopeTo)).toEqual(['inspektor@skole.example'])
    expect(reminders[0]?.subject).toContain('Vi venter på svar')
    expect(reminders[0]?.text).toContain('Rektor kan ikke komme')
    expect(reminders[0]?.attachments).toEqual([])
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

describe('a letter', () => {
  it('that is refused for good is given up and said so, one that is refused for now is tried again', async () => {
    const { id } = await meet()
    await invite(id, ['Leder'])
    post.refuse(451)
    expect(await carried()).toEqual([])
    post.refuse(null)
    const day = clock.now
    clock.now = new Date(day.getTime() + 11 * 60_000)
    expect(await carried()).toHaveLength(1)
    clock.now = day
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
