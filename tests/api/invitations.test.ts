import { beforeEach, describe, expect, it } from 'vitest'
import { calendarOf, dayInMs, inDays, openCouncil, to } from '../support/invitations.ts'
import { tokenIn } from '../support/post.ts'
import { hidden } from '../support/proevebygd.ts'

const { database, desk, clock, coordinator, member, meetings, meet, invite, invitees, answerLetter, carried } =
  await openCouncil()

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

    // As long as they are invited to it, the item stays.
    const remove = () => meetings.act('removeAgendaItem', { id: item.id, version: item.version })
    const [one] = await invitees(id)
    expect((await remove()).errors[0]?.extensions).toMatchObject({ fields: { id: 'guests_invited' } })
    await desk.data('mutation ($id: ID!) { withdrawInvitee(id: $id) { id } }', { id: one?.id }, coordinator)
    expect((await remove()).errors).toEqual([])
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
    const day = clock.now
    clock.now = new Date(`${inDays(1)}T22:30:00Z`)
    const [far, near] = [await meet(), await meet({ heldOn: inDays(2) })]
    for (const { id } of [far, near]) await invite(id, ['Rektor'])
    expect((await carried()).map(({ subject }) => subject?.includes('13:00'))).toEqual([true])
    expect(await invitees(far.id)).toMatchObject([{ letters: [{ sentAt: null }] }])
    clock.now = new Date(day.getTime() + dayInMs)
    expect(await carried()).toHaveLength(1)
    clock.now = day
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

  it('keeps the seat until the invitation is taken back', async () => {
    // Those of other tests are no matter of this one.
    await database.owner.query('UPDATE invitee SET withdrawn_at = now()')
    const { id } = await meet()
    await invite(id, ['Rektor'])
    await carried()
    const { body } = await desk.data<{
      body: { id: string; version: number; seats: { id: string; roleTitle: string }[] }
    }>('{ body(municipality: "9901", slug: "raadet") { id version seats { id roleTitle } } }', {}, coordinator)
    const remove = () =>
      desk.answer(
        'mutation ($id: ID!, $version: Int!, $seats: [SeatInput!]) { correctBody(id: $id, version: $version, state: { seats: $seats }) { seats { roleTitle } } }',
        { ...body, seats: body.seats.filter(({ roleTitle }) => roleTitle !== 'Rektor') },
        coordinator,
      )
    expect((await remove()).errors[0]?.extensions).toMatchObject({ fields: { 'state.seats': 'seat_invited' } })
    const [one] = await invitees(id)
    await desk.data('mutation ($id: ID!) { withdrawInvitee(id: $id) { id } }', { id: one?.id }, coordinator)
    expect((await remove()).errors).toEqual([])
  })
})
