import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { meetingsOf, type Said } from '../support/meetings.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const portal = openDoor(database)
let coordinator: SignedIn
let member: SignedIn
let nextDoor: SignedIn
let body: { id: string }
const { act, done, ask, undo, actOnAgenda } = meetingsOf(desk, () => coordinator)

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    areas: [{ key: 'sentrum', name: 'Sentrum', kind: 'byomraade' }],
    bodies: [
      {
        key: 'raadet',
        name: 'Rådet',
        visibility: 'public',
        areas: [{ area: 'sentrum' }],
        standingItems: [
          { items: ['Situasjonsbildet', 'Eventuelt'], to: '2027-06-01' },
          { items: ['Situasjonsbildet', 'Oppfølging'], from: '2027-06-01' },
        ],
        seats: [{ role: 'Medlem', attachment: 'member' }],
      },
      { key: 'annet', name: 'Et annet råd', visibility: 'public' },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  nextDoor = await signInAs(database, 'Nabo', [{ kind: 'coordinator', municipality: '3405' }])
  const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM seat')
  member = await signInAs(database, 'Medlem', [{ kind: 'member', seatId: rows[0]?.id ?? '' }])
  const found = await desk.data<{ body: { id: string } }>('{ body(municipality: "9901", slug: "raadet") { id } }')
  body = found.body
})

const plan = async (heldOn: string, visibility = 'PUBLIC', more: object = {}) => {
  const made = await done('createMeeting', { body: body.id, state: { heldOn, ...more } })
  return visibility === 'INTERNAL'
    ? made
    : done('setMeetingVisibility', { id: made.id, version: made.version, visibility })
}
const add = (meeting: Said, title: string, more: object = {}) =>
  done('addAgendaItem', { meeting: meeting.id, item: { title, ...more } })
const titles = (meeting: { agenda: { title: string }[] } | null) => meeting?.agenda.map(({ title }) => title)
const faults = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions

describe('an agenda', () => {
  const seenBy = async (meeting: Said, as: { token?: string } = {}) =>
    (
      await portal.data<{ node: object }>(
        'query ($id: ID!) { node(id: $id) { ... on Meeting { agendaState agendaClosedBecause agenda { number title legalGround } withheld { number legalGround } } } }',
        { id: meeting.id },
        as,
      )
    ).node

  it('is read by nobody but those who make it until it is published, and then item by item', async () => {
    const meeting = await plan('2027-01-12')
    const open = await add(meeting, 'Trygge skoleveier')
    const near = await add(meeting, 'Felles utekontakt')
    const inner = await add(meeting, 'Lønn', { text: 'Forhandling' })
    expect(await seenBy(meeting)).toEqual({ agendaState: 'DRAFT', agendaClosedBecause: null, agenda: [], withheld: [] })
    expect(titles(await ask(meeting.id, member))).toEqual([])
    expect(titles(await ask(meeting.id))).toEqual(['Trygge skoleveier', 'Felles utekontakt', 'Lønn'])

    const publish = (grounds: (string | null)[]) =>
      actOnAgenda('publishAgenda', meeting, {
        items: [
          { id: open.id, visibility: 'PUBLIC' },
          { id: near.id, visibility: 'NEIGHBOURS', legalGround: grounds[0] },
          { id: inner.id, visibility: 'INTERNAL', legalGround: grounds[1] },
        ],
      })
    expect(faults(await publish([null, ' ']))).toMatchObject({
      fields: { 'items.1.legalGround': 'required', 'items.2.legalGround': 'required' },
    })
    expect((await publish(['offl. § 14', 'offl. § 23'])).errors).toEqual([])
    const withheld = [
      { number: 2, legalGround: 'offl. § 14' },
      { number: 3, legalGround: 'offl. § 23' },
    ]
    expect(await seenBy(meeting)).toEqual({
      agendaState: 'PUBLISHED',
      agendaClosedBecause: null,
      agenda: [{ number: 1, title: 'Trygge skoleveier', legalGround: null }],
      withheld,
    })
    expect(titles(await ask(meeting.id, member))).toHaveLength(3)
    expect(titles(await ask(meeting.id, nextDoor))).toEqual(['Trygge skoleveier'])
    await desk.data('mutation { shareWith(municipality: "9901", with: "3405") { id } }', {}, coordinator)
    expect(titles(await ask(meeting.id, nextDoor))).toEqual(['Trygge skoleveier', 'Felles utekontakt'])
    // Its words are found by no other way either.
    for (const { id } of [near, inner]) {
      const { node } = await portal.data('query ($id: ID!) { node(id: $id) { __typename } }', { id })
      expect(node).toBeNull()
    }
    expect((await undo(meeting.id)).errors).toEqual([])
    expect(await seenBy(meeting)).toMatchObject({ agendaState: 'DRAFT', agenda: [], withheld: [] })
  })

  it('is closed as a whole, and everybody is told why', async () => {
    const meeting = await plan('2027-01-13')
    const item = await add(meeting, 'Sikring av bygg')
    expect((await actOnAgenda('closeAgenda', meeting, { because: 'offl. § 24' })).errors).toEqual([])
    expect(await seenBy(meeting)).toEqual({
      agendaState: 'CLOSED',
      agendaClosedBecause: 'offl. § 24',
      agenda: [],
      withheld: [],
    })
    expect(titles(await ask(meeting.id, member))).toEqual(['Sikring av bygg'])
    expect(faults(await actOnAgenda('closeAgenda', meeting, { because: ' ' }))).toMatchObject({
      fields: { because: 'required' },
    })
    const draft = await actOnAgenda('withdrawAgenda', meeting)
    expect(draft.data.it.agendaState).toBe('DRAFT')
    expect(titles(await ask(meeting.id, member))).toEqual([])
    expect(item.number).toBe(1)
  })

  it('is never more open than its meeting, and goes with it when it is withdrawn', async () => {
    const meeting = await plan('2027-01-14', 'INTERNAL')
    const item = await add(meeting, 'Ordensregler')
    const publish = () => actOnAgenda('publishAgenda', meeting, { items: [{ id: item.id, visibility: 'PUBLIC' }] })
    expect(faults(await publish())).toMatchObject({ fields: { 'items.0.visibility': 'more_than_its_meeting' } })
    expect(
      faults(await act('addAgendaItem', { meeting: meeting.id, item: { title: 'x', visibility: 'PUBLIC' } })),
    ).toMatchObject({ fields: { 'item.visibility': 'more_than_its_meeting' } })
    const shown = await done('setMeetingVisibility', { ...pick(meeting), visibility: 'PUBLIC' })
    expect((await publish()).errors).toEqual([])
    expect(await seenBy(meeting)).toMatchObject({ agenda: [{ title: 'Ordensregler' }] })
    const gone = await done('setMeetingVisibility', { ...pick(shown), visibility: 'INTERNAL' })
    expect(await seenBy(meeting)).toBeNull()
    await done('setMeetingVisibility', { ...pick(gone), visibility: 'PUBLIC' })
    // Nobody is refused an item without being told the law: the agenda is decided about anew.
    expect(await seenBy(meeting)).toMatchObject({ agendaState: 'DRAFT', agenda: [], withheld: [] })
    expect(titles(await ask(meeting.id))).toEqual(['Ordensregler'])
  })

  it('is put in order, by one who saw all of it', async () => {
    const meeting = await plan('2027-01-15', 'INTERNAL')
    const [one, two, three] = [await add(meeting, 'En'), await add(meeting, 'To'), await add(meeting, 'Tre')]
    const order = (items: Said[], more: object = {}) =>
      actOnAgenda('orderAgenda', meeting, { items: items.map(({ id }) => id), ...more })
    const before = (await ask(meeting.id))?.agendaVersion
    expect((await order([three, one, two])).errors).toEqual([])
    expect(titles(await ask(meeting.id))).toEqual(['Tre', 'En', 'To'])
    expect(faults(await order([one, two, three], { agendaVersion: before }))).toMatchObject({ code: 'CONFLICT' })
    for (const wrong of [[one, two], [one, two, two], []])
      expect(faults(await order(wrong))).toMatchObject({ code: 'CONFLICT' })
    const left = await done('removeAgendaItem', pick(one))
    expect(left.agenda.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Tre', '2 To'])
    expect((await undo(meeting.id)).errors).toEqual([])
    expect(titles(await ask(meeting.id))).toEqual(['Tre', 'En', 'To'])
    expect((await undo(meeting.id)).errors).toEqual([])
    expect(titles(await ask(meeting.id))).toEqual(['Tre', 'To'])
  })

  it('takes several items at once, each with a number of its own', async () => {
    const meeting = await plan('2027-01-16', 'INTERNAL')
    await Promise.all(Array.from({ length: 8 }, (_, nth) => add(meeting, `Sak ${nth}`)))
    expect((await ask(meeting.id))?.agenda.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('takes in the standing items that the body has on its day, once', async () => {
    const missing = async (id: string) =>
      (
        await desk.data<{ node: { missingStandingItems: string[] } }>(
          'query ($id: ID!) { node(id: $id) { ... on Meeting { missingStandingItems } } }',
          { id },
          coordinator,
        )
      ).node.missingStandingItems
    const spring = await plan('2027-05-01', 'INTERNAL')
    const autumn = await plan('2027-09-01', 'INTERNAL')
    await add(spring, 'Russetida')
    expect(await missing(spring.id)).toEqual(['Situasjonsbildet', 'Eventuelt'])
    const filled = await done('addStandingItems', { meeting: spring.id })
    expect(titles(filled)).toEqual(['Russetida', 'Situasjonsbildet', 'Eventuelt'])
    expect(await missing(spring.id)).toEqual([])
    expect(faults(await act('addStandingItems', { meeting: spring.id }))).toMatchObject({
      fields: { meeting: 'nothing_to_add' },
    })
    await done('removeAgendaItem', pick(filled.agenda[2]))
    expect(await missing(spring.id)).toEqual(['Eventuelt'])
    expect(await missing(autumn.id)).toEqual(['Situasjonsbildet', 'Oppfølging'])
  })

  it('says what is wrong with an item, and who came first', async () => {
    const meeting = await plan('2027-01-17')
    const presenters = [{ roleTitle: 'Politikontakt' }]
    const item = await add(meeting, 'Uteliv', { kind: 'DISCUSSION', minutes: 20, presenters })
    const correct = (given: object, version = item.version) =>
      act('correctAgendaItem', { id: item.id, version, item: given })
    expect(faults(await correct({ title: ' ', minutes: 0, presenters: [{}] }))).toMatchObject({
      fields: { 'item.title': 'required', 'item.minutes': 'invalid', 'item.presenters.0': 'exactly_one' },
    })
    expect((await correct({ title: 'Utelivet i helgene' })).errors).toEqual([])
    expect(faults(await correct({ title: 'For sent' }))).toMatchObject({ code: 'CONFLICT', version: 2 })
    expect((await undo(meeting.id)).errors).toEqual([])
    const { node } = await desk.data<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { ... on AgendaItem { title kind minutes presenters { roleTitle } } } }',
      { id: item.id },
      coordinator,
    )
    expect(node).toEqual({ title: 'Uteliv', kind: 'DISCUSSION', minutes: 20, presenters })
  })

  it('that is published takes late items, each with the law when it is not public', async () => {
    const meeting = await plan('2027-01-18')
    const item = await add(meeting, 'Budsjett')
    const seen = (await ask(meeting.id))?.agendaVersion
    await actOnAgenda('publishAgenda', meeting, { items: [{ id: item.id, visibility: 'PUBLIC' }] })
    expect(faults(await act('addAgendaItem', { meeting: meeting.id, item: { title: 'Ettersendt' } }))).toMatchObject({
      fields: { 'item.legalGround': 'required' },
    })
    await add(meeting, 'Ettersendt', { visibility: 'PUBLIC' })
    await add(meeting, 'Tilsetting', { legalGround: 'offl. § 25' })
    expect(await seenBy(meeting)).toMatchObject({
      agenda: [{ title: 'Budsjett' }, { title: 'Ettersendt' }],
      withheld: [{ number: 3, legalGround: 'offl. § 25' }],
    })
    expect(faults(await act('addStandingItems', { meeting: meeting.id }))).toMatchObject({
      fields: { meeting: 'agenda_published' },
    })
    // Who decides who reads what has seen the words as they are, and who had an item open has not.
    const again = { agendaVersion: seen, items: [{ id: item.id, visibility: 'PUBLIC' }] }
    expect(faults(await actOnAgenda('publishAgenda', meeting, again))).toMatchObject({ code: 'CONFLICT' })
    const corrected = { ...pick(item), item: { title: 'Budsjettet', visibility: 'PUBLIC' } }
    expect(faults(await act('correctAgendaItem', corrected))).toMatchObject({ code: 'CONFLICT' })
  })

  it('has no hole in its numbers when the adding of an item is undone', async () => {
    const meeting = await plan('2027-01-19', 'INTERNAL')
    await add(meeting, 'En')
    const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
      { id: meeting.id },
      coordinator,
    )
    await add(meeting, 'To')
    await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
    expect((await ask(meeting.id))?.agenda).toMatchObject([{ number: 1, title: 'To' }])
  })

  it('keeps presenters that who mends it does not see', async () => {
    const meeting = await plan('2027-01-20')
    const { createOrganisation } = await desk.data<{ createOrganisation: { id: string } }>(
      'mutation { createOrganisation(municipality: "9901", state: { name: "Intern enhet" }) { id } }',
      {},
      coordinator,
    )
    const presenters = [{ organisation: createOrganisation.id }, { roleTitle: 'Politikontakt' }]
    const item = await add(meeting, 'Felles sak', { presenters })
    // A coordinator of a municipality that takes part sees no internal organisations of the home.
    const partner = await signInAs(database, 'Deltaker', [{ kind: 'coordinator', municipality: '3405' }])
    await desk.data(
      'mutation ($id: ID!, $version: Int!) { correctBody(id: $id, version: $version, state: { municipalities: ["3405"] }) { id } }',
      await bodyNow(),
      coordinator,
    )
    await done(
      'correctAgendaItem',
      { ...pick(item), item: { title: 'Felles sak', presenters: [{ roleTitle: 'Rektor' }] } },
      partner,
    )
    const { node } = await desk.data<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { ... on AgendaItem { presenters { roleTitle organisation { name } } } } }',
      { id: item.id },
      coordinator,
    )
    expect(node).toEqual({
      presenters: expect.arrayContaining([
        { roleTitle: null, organisation: { name: 'Intern enhet' } },
        { roleTitle: 'Rektor', organisation: null },
      ]) as unknown,
    })
  })

  it('is opened again, by undoing, only by those who may open it', async () => {
    const meeting = await plan('2027-01-21')
    const item = await add(meeting, 'Åpen sak', { visibility: 'PUBLIC' })
    await done('correctAgendaItem', { ...pick(item), item: { title: 'Åpen sak', legalGround: 'offl. § 13' } })
    const partner = await signInAs(database, 'Deltaker', [{ kind: 'coordinator', municipality: '3405' }])
    expect(faults(await undo(meeting.id, partner))).toMatchObject({ code: 'FORBIDDEN' })
    expect((await undo(meeting.id)).errors).toEqual([])
  })
})

const bodyNow = async () =>
  (await desk.data<{ body: Said }>('{ body(municipality: "9901", slug: "raadet") { id version } }', {}, coordinator))
    .body

const pick = ({ id, version }: Said = { id: '', version: 0 }) => ({ id, version })

describe('a meeting', () => {
  it('that is moved tells where it was to be, keeps its address, and is revised for calendars', async () => {
    const meeting = await plan('2027-02-10', 'PUBLIC', { startsAt: '13:00' })
    expect(meeting).toMatchObject({ sequence: 0, slug: expect.stringMatching(/^2027-02-10-[0-9a-f]{6}$/) as string })
    const to = { heldOn: '2027-02-17', startsAt: '12:00', place: 'Rådhuset' }
    expect(faults(await act('moveMeeting', { ...pick(meeting), to: { ...to, endsAt: '11:00' } }))).toMatchObject({
      fields: { 'to.endsAt': 'ends_before' },
    })
    expect(
      faults(await act('moveMeeting', { ...pick(meeting), to: { heldOn: '2027-02-10', startsAt: '13:00' } })),
    ).toMatchObject({
      fields: { 'to.heldOn': 'same_place' },
    })
    const moved = await done('moveMeeting', { ...pick(meeting), to, because: 'Vinterferie' })
    expect(moved).toMatchObject({
      heldOn: '2027-02-17',
      slug: meeting.slug,
      sequence: 1,
      status: 'PLANNED',
      notices: [{ kind: 'MOVED', because: 'Vinterferie', fromOn: '2027-02-10', fromStartsAt: '13:00' }],
    })
    const { meeting: found } = await portal.data<{ meeting: object }>(
      'query ($slug: String!) { meeting(municipality: "9901", body: "raadet", slug: $slug) { heldOn notices { fromOn } } }',
      { slug: meeting.slug },
    )
    expect(found).toEqual({ heldOn: '2027-02-17', notices: [{ fromOn: '2027-02-10' }] })
    expect((await undo(meeting.id)).errors).toEqual([])
    // A calendar that saw it moved takes the next number for it.
    expect(await ask(meeting.id)).toMatchObject({ heldOn: '2027-02-10', sequence: 2, notices: [] })
  })

  it('is cancelled and on again, and held on its day at the earliest', async () => {
    let meeting = await plan('2027-02-11')
    const step = async (call: string, more: object = {}) => (meeting = await done(call, { ...pick(meeting), ...more }))
    expect(faults(await act('restoreMeeting', pick(meeting)))).toMatchObject({ fields: { id: 'is_planned' } })
    expect(faults(await act('recordMeetingHeld', pick(meeting)))).toMatchObject({ fields: { id: 'in_future' } })
    await step('cancelMeeting', { because: 'Sykdom' })
    expect(meeting).toMatchObject({
      status: 'CANCELLED',
      sequence: 1,
      notices: [{ kind: 'CANCELLED', because: 'Sykdom' }],
    })
    expect(faults(await act('cancelMeeting', pick(meeting)))).toMatchObject({ fields: { id: 'is_cancelled' } })
    await step('restoreMeeting')
    expect(meeting).toMatchObject({
      status: 'PLANNED',
      sequence: 2,
      notices: [{ kind: 'RESTORED' }, { kind: 'CANCELLED' }],
    })
    let past = await plan('2026-01-08')
    past = await done('recordMeetingHeld', pick(past))
    expect(past.status).toBe('HELD')
    expect(faults(await act('moveMeeting', { ...pick(past), to: { heldOn: '2027-01-01' } }))).toMatchObject({
      fields: { id: 'is_held' },
    })
  })

  it('keeps its state when something else about it is corrected', async () => {
    const meeting = await plan('2027-02-12')
    const cancelled = await done('cancelMeeting', pick(meeting))
    const corrected = await done('correctMeeting', {
      ...pick(cancelled),
      state: { heldOn: '2027-02-12', place: 'Sal 2' },
    })
    expect(corrected).toMatchObject({ status: 'CANCELLED', notices: [{ kind: 'CANCELLED' }] })
  })

  it('is listed by body and by area', async () => {
    const list = async (filter: string) =>
      (
        await portal.data<{ meetings: { totalCount: number } }>(
          `{ meetings(filter: { municipality: "9901", from: "2027-02-10", to: "2027-02-13", ${filter} }) { totalCount } }`,
        )
      ).meetings.totalCount
    expect(await list('body: "raadet"')).toBe(3)
    expect(await list('body: "annet"')).toBe(0)
    expect(await list('area: "sentrum"')).toBe(3)
    expect(await list('area: "finnes-ikke"')).toBe(0)
    const { errors } = await portal.answer('{ meetings(filter: { body: "raadet" }) { totalCount } }')
    expect(faults({ errors })).toMatchObject({ fields: { municipality: 'required' } })
  })
})
