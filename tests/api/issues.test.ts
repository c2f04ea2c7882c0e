import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { meetingsOf } from '../support/meetings.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const portal = openDoor(database)
let coordinator: SignedIn
let leader: SignedIn
let inTeam: SignedIn
let inGroup: SignedIn
let neighbour: SignedIn
const bodies: Record<string, string> = {}
const seatIds: Record<string, string> = {}
const { done } = meetingsOf(desk, () => coordinator)

// Late in the evening by UTC it is tomorrow in Norway.
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date())
const later = `${Number(today.slice(0, 4)) + 1}-03-10`

beforeAll(async () => {
  const body = (key: string, role: string) => ({
    key,
    name: key,
    visibility: 'public',
    seats: [{ role, attachment: 'member' }],
  })
  await loadIntoProevebygd(database, {
    bodies: [
      body('teamet', 'Utekontakt'),
      body('gruppa', 'Rektor'),
      { ...body('styret', 'Ordfører'), visibility: 'internal' },
    ],
  })
  neighbour = await signInAs(database, 'Nabo', [{ kind: 'coordinator', municipality: '3405' }])
  // A body of the neighbour’s own that everybody sees.
  const made = await desk.data<{ createBody: { id: string; slug: string } }>(
    'mutation { createBody(municipality: "3405", state: { name: "Grensegruppa" }, visibility: PUBLIC) { id slug } }',
    {},
    neighbour,
  )
  bodies['grensegruppa'] = made.createBody.id
  const seatOf = async (role: string) =>
    (await database.owner.query<{ id: string }>('SELECT id FROM seat WHERE role_title = $1', [role])).rows[0]?.id ?? ''
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  leader = await signInAs(database, 'Leder', [{ kind: 'leader', municipality: '9901' }])
  inTeam = await signInAs(database, 'Utekontakt', [{ kind: 'member', seatId: await seatOf('Utekontakt') }])
  seatIds['Rektor'] = Buffer.from(`Seat:${await seatOf('Rektor')}`).toString('base64url')
  inGroup = await signInAs(database, 'Rektor', [{ kind: 'member', seatId: await seatOf('Rektor') }])
  for (const key of ['teamet', 'gruppa', 'styret']) {
    const found = await desk.data<{ body: { id: string } }>(
      'query ($slug: String!) { body(municipality: "9901", slug: $slug) { id } }',
      { slug: key },
      coordinator,
    )
    bodies[key] = found.body.id
  }
})

type Move = {
  id: string
  version: number
  state: string
  answer: string | null
  isOverdue: boolean
  nextMeetingOn: string | null
  to: { roleTitle: string } | null
  toBody: { slug: string } | null
}
type Issue = {
  id: string
  version: number
  slug: string
  title: string
  stage: string
  outcome: string | null
  raisedBy: { seat: { roleTitle: string } | null }[]
  forums: { body: { slug: string }; nextMeetingOn: string | null }[]
  moves: Move[]
  related: { title: string }[]
  mergedFrom: { title: string }[]
  mergedInto: { title: string } | null
}
const fieldsAt = (door: typeof desk) => `id ${door === desk ? 'version' : ''} slug title stage outcome raisedOn raisedIs
  raisedBy { seat { roleTitle } } forums { body { slug } nextMeetingOn }
  moves { id ${door === desk ? 'version' : ''} state answer isOverdue nextMeetingOn to { roleTitle } toBody { slug } }
  related { title } mergedFrom { title } mergedInto { title }`

const act = (call: string, types: string, variables: object, as: As = coordinator) =>
  desk.answer<{ it: Issue }>(
    `mutation (${types}) { it: ${call}(${types.replaceAll(/\$(\w+): [^,]+/g, '$1: $$$1')}) { ${fieldsAt(desk)} } }`,
    { ...variables },
    as,
  )
const raise = (body: string, state: object, as: As = coordinator) =>
  act('raiseIssue', '$body: ID!, $state: IssueInput!', { body: bodies[body], state }, as)
const lift = ({ id, version }: Issue, given: object, as: As = coordinator) =>
  act(
    'liftIssue',
    '$id: ID!, $version: Int!, $lift: LiftInput!',
    { id, version, lift: { from: bodies['teamet'], direction: 'UP', question: 'Hva gjør vi?', ...given } },
    as,
  )
const answer = ({ id, version }: Move, text: string, as: As = coordinator) =>
  act('answerLift', '$id: ID!, $version: Int!, $answer: String!', { id, version, answer: text }, as)
const close = ({ id, version }: Issue, outcome: string, as: As = coordinator) =>
  act('closeIssue', '$id: ID!, $version: Int!, $outcome: String!', { id, version, outcome }, as)
const show = (seen: { id: string; version: number }) =>
  act('setIssueVisibility', '$id: ID!, $version: Int!, $visibility: Visibility!', { ...seen, visibility: 'PUBLIC' })
const step = (call: string, { id, version }: { id: string; version: number }, as: As = coordinator) =>
  act(call, '$id: ID!, $version: Int!', { id, version }, as)
const read = async ({ id }: Pick<Issue, 'id'>, as: As = coordinator, door = desk) =>
  (
    await door.data<{ node: Issue | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Issue { ${fieldsAt(door)} } } }`,
      { id },
      as,
    )
  ).node
const made = async (answering: Promise<{ data: { it: Issue }; errors: object[] }>) => {
  const { data, errors } = await answering
  expect(errors).toEqual([])
  return data.it
}
const refusal = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions
const only = <Some>([first]: Some[]): Some => first as Some

describe('an issue', () => {
  it('is raised by who sits in the body, by their seat, and seen by those who sit there', async () => {
    const issue = await made(
      raise(
        'teamet',
        { title: 'Beefing', text: 'Grupper utfordrer hverandre på nett.', themes: [' Vold ', 'Vold'] },
        inTeam,
      ),
    )
    expect(issue).toMatchObject({
      slug: expect.stringMatching(/^beefing-[0-9a-f]{6}$/) as string,
      stage: 'NEW',
      raisedOn: today,
      raisedBy: [{ seat: { roleTitle: 'Utekontakt' } }],
      forums: [{ body: { slug: 'teamet' } }],
    })
    for (const as of [coordinator, leader, inTeam]) expect(await read(issue, as)).toMatchObject({ title: 'Beefing' })
    for (const as of [inGroup, {}]) expect(await read(issue, as)).toBeNull()
    expect(await read(issue, {}, portal)).toBeNull()
    // Another by that name is raised where one does not see the first.
    await made(raise('gruppa', { title: 'Beefing' }, inGroup))
    await made(raise('teamet', { title: 'Beefing' }, leader))
  })

  it('is not raised in a body where one does not sit, nor kept by who only sits there', async () => {
    expect(refusal(await raise('gruppa', { title: 'x' }, inTeam))).toMatchObject({ code: 'FORBIDDEN' })
    expect(refusal(await raise('teamet', { title: 'x' }, {}))).toMatchObject({ code: 'UNAUTHENTICATED' })
    const issue = await made(raise('teamet', { title: 'Natteravner' }, inTeam))
    for (const refused of [await close(issue, 'x', inTeam), await lift(issue, { toBody: bodies['gruppa'] }, inTeam)])
      expect(refusal(refused)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is about a group, never a child: nobody is asked whether it is', async () => {
    const refused = refusal(
      await raise('teamet', { title: 'Ola på 14 år ruser seg', text: 'Går i 9. klasse.' }, inTeam),
    )
    expect(refused).toMatchObject({ code: 'PERSONAL_DATA', isCase: true, where: 'state.title' })
    expect(refused).not.toHaveProperty('confirmation')
    expect((await raise('teamet', { title: 'Videregående – jenter som sliter psykisk' }, inTeam)).errors).toEqual([])
  })

  it('is lifted with a question, and its sender sees that it waits, when it is up and what was answered', async () => {
    const issue = await made(raise('teamet', { title: 'Økning i bildedeling' }, inTeam))
    const lifted = await made(
      lift(issue, { toBody: bodies['gruppa'], wantedDecision: 'Felles opplegg', answerBy: later }),
    )
    expect(lifted).toMatchObject({ stage: 'WAITING', moves: [{ state: 'WAITING', toBody: { slug: 'gruppa' } }] })
    expect(await read(issue, inGroup)).toMatchObject({ title: 'Økning i bildedeling' })

    // The agenda of the group is a draft that the team does not read; the day it is up they are told.
    const meeting = await done('createMeeting', { body: bodies['gruppa'], state: { heldOn: later } })
    await done('addAgendaItem', { meeting: meeting.id, item: { title: 'Bildedeling', issue: issue.id } })
    const upOn = async () =>
      (await read(issue, inTeam))?.forums.map(({ body, nextMeetingOn }) => [body.slug, nextMeetingOn])
    expect(await upOn()).toEqual([
      ['teamet', null],
      ['gruppa', later],
    ])
    await done('moveMeeting', { id: meeting.id, version: 1, to: { heldOn: later.replace('03-10', '04-10') } })
    expect((await upOn())?.[1]?.[1]).toBe(later.replace('03-10', '04-10'))
    await done('cancelMeeting', { id: meeting.id, version: 2 })
    expect((await upOn())?.[1]?.[1]).toBeNull()

    expect(refusal(await close((await read(issue)) as Issue, 'Ferdig'))).toMatchObject({
      fields: { id: 'lift_unanswered' },
    })
    const move = only(lifted.moves)
    expect(refusal(await answer(move, 'Nei', inGroup))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await made(answer(move, 'Alle skoler gjør det samme.'))).toMatchObject({
      moves: [{ state: 'ANSWERED', answer: 'Alle skoler gjør det samme.' }],
    })
    expect((await read(issue, inTeam))?.moves).toMatchObject([{ answer: 'Alle skoler gjør det samme.' }])
    expect(refusal(await answer(move, 'Igjen'))).toMatchObject({ code: 'CONFLICT' })
    expect(refusal(await answer({ ...move, version: 2 }, 'Igjen'))).toMatchObject({
      fields: { id: 'answered_already' },
    })
    const closed = await made(close((await read(issue)) as Issue, 'Opplegget er innført.'))
    expect(closed).toMatchObject({ stage: 'CLOSED', outcome: 'Opplegget er innført.' })
    expect(refusal(await lift(closed, { toBody: bodies['gruppa'] }))).toMatchObject({ fields: { id: 'issue_closed' } })
    expect(await made(step('reopenIssue', closed))).toMatchObject({ outcome: null })
  })

  it('is lifted out of the structure too, and taken back', async () => {
    const issue = await made(raise('teamet', { title: 'Bostedsløse' }))
    const to = { roleTitle: 'Utvidet avdelingsledermøte' }
    // As a source may tell of it, without what became of it: what somebody is to answer is open.
    await database.owner.query(`UPDATE issue SET state = NULL WHERE title = 'Bostedsløse'`)
    const lifted = await made(lift(issue, { direction: 'OUT', to }))
    expect(lifted.stage).toBe('WAITING')
    expect(lifted.moves).toMatchObject([{ to, toBody: null, isOverdue: false }])
    const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM issue_move ORDER BY id DESC LIMIT 1')
    await database.owner.query(`UPDATE issue_move SET answer_by = '2026-01-01' WHERE id = $1`, [rows[0]?.id])
    expect((await read(issue))?.moves).toMatchObject([{ isOverdue: true }])
    expect(await made(step('withdrawLift', only(lifted.moves)))).toMatchObject({
      stage: 'NEW',
      moves: [{ state: 'WITHDRAWN', answer: null, isOverdue: false }],
    })
    for (const [given, fields] of [
      [{}, { 'lift.to': 'exactly_one' }],
      [{ to, toBody: bodies['gruppa'] }, { 'lift.to': 'exactly_one' }],
      [{ toBody: bodies['teamet'] }, { 'lift.toBody': 'same_body' }],
      [{ from: bodies['gruppa'], to }, { 'lift.from': 'not_up_there' }],
      [{ to, answerBy: '2020-01-01' }, { 'lift.answerBy': 'in_past' }],
    ] as const)
      expect(refusal(await lift((await read(issue)) as Issue, given))).toMatchObject({ fields })
  })

  it('is related to what is seen from another place, and made part of it', async () => {
    const one = await made(raise('teamet', { title: 'Beefing i sentrum' }))
    const other = await made(raise('gruppa', { title: 'Arrangerte slåsskamper' }))
    const relate = (call: string) => act(call, '$id: ID!, $other: ID!', { id: one.id, other: other.id })
    await made(relate('relateIssues'))
    expect(await made(relate('relateIssues'))).toMatchObject({ related: [{ title: 'Arrangerte slåsskamper' }] })
    expect(await read(other)).toMatchObject({ related: [{ title: 'Beefing i sentrum' }] })
    // Who sits in one of the bodies does not see the other issue.
    expect((await read(one, inTeam))?.related).toEqual([])
    expect(await made(relate('unrelateIssues'))).toMatchObject({ related: [] })

    const merge = ({ id, version }: Issue, into: string) =>
      act('mergeIssues', '$id: ID!, $version: Int!, $into: ID!', { id, version, into })
    const seen = (await read(one)) as Issue
    expect(refusal(await merge(seen, one.id))).toMatchObject({ fields: { into: 'issue_merged' } })
    expect(await made(merge(seen, other.id))).toMatchObject({ mergedFrom: [{ title: 'Beefing i sentrum' }] })
    expect(await read(one)).toMatchObject({ stage: 'MERGED', mergedInto: { title: 'Arrangerte slåsskamper' } })
    expect(refusal(await merge((await read(other)) as Issue, one.id))).toMatchObject({
      fields: { into: 'issue_merged' },
    })
    expect(await made(step('reopenIssue', (await read(one)) as Issue))).toMatchObject({
      stage: 'NEW',
      mergedInto: null,
    })
  })

  it('is read by everybody once it is public, with how it was lifted and what came of it, as of a date', async () => {
    const issue = await made(raise('teamet', { title: 'Uteliv', raisedOn: { on: '2020-09-01', is: 'SEASON' } }))
    const lifted = await made(lift(issue, { toBody: bodies['gruppa'] }))
    await made(answer(only(lifted.moves), 'Flere vakter.'))
    const { id, version } = (await read(issue)) as Issue
    await made(show({ id, version }))
    expect(await read(issue, {}, portal)).toMatchObject({ title: 'Uteliv', moves: [{ answer: 'Flere vakter.' }] })
    const titles = async (asOf: string, filter = '{ municipality: "9901" }') =>
      (
        await portal.data<{ issues: { nodes: { title: string }[] } }>(
          `{ issues(asOf: "${asOf}", filter: ${filter}) { nodes { title } } }`,
        )
      ).issues.nodes.map(({ title }) => title)
    expect(await titles('2020-08-31')).toEqual([])
    expect(await titles('2020-09-01')).toEqual(['Uteliv'])
    expect(await titles(today, '{ municipality: "9901", body: "gruppa", isOpen: true }')).toEqual(['Uteliv'])
    expect(await titles(today, '{ municipality: "9901", isOpen: false }')).toEqual([])
  })

  it('is told of by day to who sees it from within, and to others only where they may read it', async () => {
    const issue = await made(raise('teamet', { title: 'Skjenking' }, inTeam))
    await made(lift(issue, { toBody: bodies['styret'] }))
    const meeting = await done('createMeeting', { body: bodies['styret'], state: { heldOn: later } })
    await done('addAgendaItem', { meeting: meeting.id, item: { title: 'Skjenking', issue: issue.id } })
    // Who lifted it does not see the board, and is told the day all the same.
    expect((await read(issue, inTeam))?.moves).toMatchObject([{ toBody: null, nextMeetingOn: later }])
    const { id, version } = (await read(issue)) as Issue
    await made(show({ id, version }))
    expect(await read(issue, {}, portal)).toMatchObject({
      stage: 'WAITING',
      forums: [{ body: { slug: 'teamet' } }],
      moves: [{ nextMeetingOn: null }],
    })
  })

  it('is kept where it was lifted to by who keeps that body, also in another municipality, and answered by them only', async () => {
    const issue = await made(raise('teamet', { title: 'Grensehandel' }))
    const lifted = await made(lift(issue, { toBody: bodies['grensegruppa'], direction: 'ACROSS' }))
    const move = only(lifted.moves)
    expect(refusal(await answer(move, 'Nei', coordinator))).toMatchObject({ code: 'FORBIDDEN' })
    expect(await made(answer(move, 'Vi tar den.', neighbour))).toMatchObject({ moves: [{ answer: 'Vi tar den.' }] })
    const seen = (await read(issue, neighbour)) as Issue
    expect(seen.moves).toMatchObject([{ state: 'ANSWERED' }])
    const { acts } = await desk.data<{ acts: { nodes: object[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { kind isUndoable } } }',
      { id: issue.id },
      neighbour,
    )
    expect(acts.nodes).toMatchObject([{ kind: 'answer_lift' }])
  })

  it('keeps who raised it when somebody who could not name them mends it', async () => {
    const issue = await made(raise('teamet', { title: 'Med skrivefeil' }, inTeam))
    await made(lift(issue, { toBody: bodies['grensegruppa'], direction: 'ACROSS' }))
    const { node } = await desk.data<{ node: { version: number; raisedBy: { seat: { id: string } }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Issue { version raisedBy { seat { id } } } } }',
      { id: issue.id },
      neighbour,
    )
    const correct = (raisedBy: object[]) =>
      act(
        'correctIssue',
        '$id: ID!, $version: Int!, $state: IssueInput!',
        { id: issue.id, version: node.version, state: { title: 'Uten skrivefeil', raisedBy } },
        neighbour,
      )
    const seats = node.raisedBy.map(({ seat }) => ({ seat: seat.id }))
    const strange = { seat: seatIds['Rektor'] }
    expect(refusal(await correct([...seats, strange]))).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await made(correct(seats))).toMatchObject({
      title: 'Uten skrivefeil',
      raisedBy: [{ seat: { roleTitle: 'Utekontakt' } }],
    })
  })

  it('is not left without an answer by undoing, nor taken from where it is up', async () => {
    const undo = async (issue: Issue, nth: number) => {
      const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
        'query ($id: ID!) { acts(filter: { object: $id }, first: 9) { nodes { id } } }',
        { id: issue.id },
        coordinator,
      )
      return desk.answer('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[nth]?.id }, coordinator)
    }
    const issue = await made(raise('teamet', { title: 'Lukket for tidlig' }))
    const lifted = await made(lift(issue, { toBody: bodies['gruppa'] }))
    await made(answer(only(lifted.moves), 'Ja'))
    await made(close((await read(issue)) as Issue, 'Ferdig'))
    expect(refusal(await undo(issue, 1))).toMatchObject({ code: 'CONFLICT' })
    expect(await read(issue)).toMatchObject({ stage: 'CLOSED', moves: [{ state: 'ANSWERED' }] })

    const other = await made(raise('teamet', { title: 'Oppe i gruppa' }))
    await made(lift(other, { toBody: bodies['gruppa'] }))
    const meeting = await done('createMeeting', { body: bodies['gruppa'], state: { heldOn: later } })
    await done('addAgendaItem', { meeting: meeting.id, item: { title: 'Oppe', issue: other.id } })
    expect(refusal(await undo(other, 0))).toMatchObject({ code: 'CONFLICT' })
    expect((await read(other, inGroup))?.title).toBe('Oppe i gruppa')
  })

  it('is undone like any other act', async () => {
    const issue = await made(raise('teamet', { title: 'Feil sted' }, inTeam))
    const lifted = await made(lift(issue, { toBody: bodies['gruppa'] }))
    const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 2) { nodes { id } } }',
      { id: issue.id },
      coordinator,
    )
    const [latest, first] = acts.nodes
    const undoAct = (id: string | undefined) =>
      desk.answer('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id }, coordinator)
    expect(lifted.moves).toHaveLength(1)
    expect((await undoAct(latest?.id)).errors).toEqual([])
    expect(await read(issue)).toMatchObject({ stage: 'NEW', moves: [], forums: [{ body: { slug: 'teamet' } }] })
    expect((await undoAct(first?.id)).errors).toEqual([])
    expect(await read(issue)).toBeNull()
  })
})
