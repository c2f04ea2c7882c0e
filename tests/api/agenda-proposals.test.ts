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
let council: string
let team: string
let earlier: Said
let meeting: Said
const { done } = meetingsOf(desk, () => coordinator)

const does = (mutation: string, variables: object = {}) =>
  desk.data<{ it: Said }>(mutation, { ...variables }, coordinator)

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    bodies: [
      { key: 'raadet', name: 'Rådet', visibility: 'public', seats: [{ role: 'Rektor', attachment: 'member' }] },
      { key: 'teamet', name: 'Teamet', visibility: 'public' },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  stranger = await signInAs(database, 'Fjern', [{ kind: 'coordinator', municipality: '4601' }])
  const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM seat')
  member = await signInAs(database, 'Medlem', [{ kind: 'member', seatId: rows[0]?.id ?? '' }])
  const found = await desk.data<{ one: { id: string }; other: { id: string } }>(
    '{ one: body(municipality: "9901", slug: "raadet") { id } other: body(municipality: "9901", slug: "teamet") { id } }',
    {},
    coordinator,
  )
  council = found.one.id
  team = found.other.id
  earlier = await done('createMeeting', { body: council, state: { heldOn: '2026-01-14' } })
  meeting = await done('createMeeting', { body: council, state: { heldOn: '2027-03-10' } })
})

type Proposal = {
  key: string
  reason: string
  title: string | null
  count: number | null
  on: string | null
  body: string | null
}
const answer = (as: As = coordinator) =>
  desk.answer<{ it: Proposal[] }>(
    'query ($id: ID!) { it: agendaProposals(meeting: $id) { key reason title count on body } }',
    { id: meeting.id },
    as,
  )
const proposals = async () => (await answer()).data.it
const said = async () =>
  (await proposals()).map(({ reason, title, count, on, body }) => ({ reason, title, count, on, body }))
const take = (items: object[]) =>
  desk.answer<{ it: { agenda: { title: string; kind: string | null }[] } }>(
    'mutation ($id: ID!, $items: [ProposedItem!]!) { it: addProposedItems(meeting: $id, items: $items) { agenda { title kind } } }',
    { id: meeting.id, items },
    coordinator,
  )
const faults = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions

describe('the agenda of a meeting builds itself from what is open', () => {
  it('proposes nothing when nothing is open', async () => {
    expect(await proposals()).toEqual([])
  })

  it('proposes each thing with its reason', async () => {
    const item = await done('addAgendaItem', { meeting: earlier.id, item: { title: 'Skoleveier' } })
    await does('mutation ($item: ID!) { it: writeMinutes(item: $item, version: 0, text: "Drøftet") { version } }', {
      item: item.id,
    })
    await does(
      'mutation ($body: ID!) { it: addActionPoint(body: $body, point: { text: "Måle farten", dueOn: "2027-03-01" }) { id } }',
      { body: council },
    )
    await does(
      'mutation ($body: ID!) { it: addActionPoint(body: $body, point: { text: "Senere", dueOn: "2027-06-01" }) { id } }',
      { body: council },
    )
    const raise = async (body: string, title: string) =>
      (
        await does(
          'mutation ($body: ID!, $title: String!) { it: raiseIssue(body: $body, state: { title: $title }) { id version } }',
          {
            body,
            title,
          },
        )
      ).it
    await raise(council, 'Uteliv')
    const lifted = await raise(team, 'Skoleball')
    await does(
      `mutation ($id: ID!, $from: ID!, $to: ID!) { it: liftIssue(id: $id, version: 1,
         lift: { from: $from, toBody: $to, direction: UP, question: "Hva gjør vi?", answerBy: "2099-01-01" }) { id } }`,
      { id: lifted.id, from: team, to: council },
    )
    await does(
      `mutation ($body: ID!) { it: addAnnualTasks(municipality: "9901", tasks: [
         { title: "Sommertiltak", fromMonth: 4, toMonth: 5, body: $body }, { title: "Budsjett", fromMonth: 10, toMonth: 11, body: $body }]) { id } }`,
      { body: council },
    )
    const none = { title: null, count: null, on: null, body: null }
    expect(await said()).toEqual([
      { ...none, reason: 'MINUTES', on: '2026-01-14' },
      { ...none, reason: 'FOLLOW_UP', count: 2, on: '2027-03-01' },
      { ...none, reason: 'LIFT', title: 'Skoleball', on: '2099-01-01', body: 'Teamet' },
      { ...none, reason: 'NEW_ISSUE', title: 'Uteliv' },
      { ...none, reason: 'ANNUAL_TASK', title: 'Sommertiltak', on: '2027-05-31' },
    ])
  })

  it('takes in those that are chosen, in one act, and proposes them no more', async () => {
    const [minutes, , lift] = await proposals()
    const { data, errors } = await take([
      { key: minutes?.key, title: 'Referat fra 14. januar' },
      { key: lift?.key, title: 'Skoleball' },
    ])
    expect(errors).toEqual([])
    expect(data.it.agenda).toEqual([
      { title: 'Referat fra 14. januar', kind: 'DECISION' },
      { title: 'Skoleball', kind: 'DECISION' },
    ])
    expect((await proposals()).map(({ reason }) => reason)).toEqual(['FOLLOW_UP', 'NEW_ISSUE', 'ANNUAL_TASK'])
    const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
      { id: meeting.id },
      coordinator,
    )
    await does('mutation ($id: ID!) { it: undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id })
    expect(await proposals()).toHaveLength(5)
  })

  it('remembers what an item is about when it is called something else, and lets go when it is taken off', async () => {
    const [, followUp, , , task] = await proposals()
    await take([
      { key: followUp?.key, title: 'Oppfølging' },
      { key: task?.key, title: 'Sommeren' },
    ])
    const { node } = await desk.data<{ node: { agenda: (Said & { annualTask: { title: string } | null })[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Meeting { agenda { id version annualTask { title } } } } }',
      { id: meeting.id },
      coordinator,
    )
    const [first, second] = node.agenda
    expect(second?.annualTask).toEqual({ title: 'Sommertiltak' })
    await does(
      'mutation ($id: ID!) { it: correctAgendaItem(id: $id, version: 1, item: { title: "Sommer 2027" }) { id } }',
      { id: second?.id },
    )
    expect((await proposals()).map(({ reason }) => reason)).not.toContain('ANNUAL_TASK')
    await does('mutation ($id: ID!) { it: removeAgendaItem(id: $id, version: 1) { id } }', { id: first?.id })
    expect((await proposals()).map(({ reason }) => reason)).toContain('FOLLOW_UP')
  })

  it('proposes again what was on the agenda of a meeting that is cancelled', async () => {
    const [task] = (await proposals()).filter(({ reason }) => reason === 'NEW_ISSUE')
    const other = await done('createMeeting', { body: council, state: { heldOn: '2027-03-17' } })
    const of = async (id: string) =>
      (
        await desk.data<{ it: Proposal[] }>(
          'query ($id: ID!) { it: agendaProposals(meeting: $id) { key } }',
          { id },
          coordinator,
        )
      ).it.map(({ key }) => key)
    await desk.data(
      'mutation ($id: ID!, $items: [ProposedItem!]!) { addProposedItems(meeting: $id, items: $items) { id } }',
      { id: other.id, items: [{ key: task?.key, title: 'Uteliv' }] },
      coordinator,
    )
    expect(await of(meeting.id)).not.toContain(task?.key)
    await done('cancelMeeting', { id: other.id, version: 1 })
    expect(await of(meeting.id)).toContain(task?.key)
  })

  it('is told to who makes the agenda, and says what cannot be taken', async () => {
    expect(faults(await answer(member))).toMatchObject({ code: 'FORBIDDEN' })
    expect(faults(await answer(stranger))).toMatchObject({ code: 'NOT_FOUND' })
    const [one] = await proposals()
    expect(faults(await take([{ key: 'minutes:noe-annet', title: 'x' }]))).toMatchObject({
      fields: { 'items.0.key': 'not_proposed' },
    })
    expect(faults(await take([{ key: one?.key, title: ' ' }]))).toMatchObject({
      fields: { 'items.0.title': 'required' },
    })
    expect(faults(await take([]))).toMatchObject({ fields: { items: 'required' } })
  })
})
