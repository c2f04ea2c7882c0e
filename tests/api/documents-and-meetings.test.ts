import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const portal = openDoor(database)
let coordinator: SignedIn
let participant: SignedIn
let body: { id: string }

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    bodies: [
      { key: 'raadet', name: 'Rådet', visibility: 'public', municipalities: [{ municipality: { number: '3405' } }] },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  participant = await signInAs(database, 'Nabo', [{ kind: 'coordinator', municipality: '3405' }])
  const found = await desk.data<{ body: { id: string } }>(
    '{ body(municipality: "9901", slug: "raadet") { id } }',
    {},
    coordinator,
  )
  body = found.body
})

const undoLast = async (object: string) => {
  const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
    { id: object },
    coordinator,
  )
  return desk.answer('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
}

describe('a document', () => {
  const create = async (title: string) =>
    (
      await desk.data<{ createDocument: { id: string; version: number } }>(
        'mutation ($title: String!) { createDocument(municipality: "9901", state: { title: $title, published: { on: "2019-01-01", is: YEAR }, url: "https://kommune.example/plan.pdf" }) { id version } }',
        { title },
        coordinator,
      )
    ).createDocument
  const cite = (document: string, as = coordinator) =>
    desk.answer<{ cite: { id: string } }>(
      'mutation ($thing: ID!, $document: ID!) { cite(thing: $thing, document: $document, place: "s. 4", quote: "Rådet møtes") { id } }',
      { thing: body.id, document },
      as,
    )
  const sources = async () =>
    (
      await portal.data<{ body: { sources: object[] } }>(
        '{ body(municipality: "9901", slug: "raadet") { sources { place quote document { title } } } }',
      )
    ).body.sources

  it('is cited for a body, seen by citizens with it, and no longer when the citation is gone', async () => {
    const document = await create('Handlingsplan')
    expect(
      (
        await portal.data<{ body: { sources: object[] } }>(
          '{ body(municipality: "9901", slug: "raadet") { sources { place } } }',
        )
      ).body.sources,
    ).toEqual([])
    const { data, errors } = await cite(document.id)
    expect(errors).toEqual([])
    expect(await sources()).toEqual([{ place: 's. 4', quote: 'Rådet møtes', document: { title: 'Handlingsplan' } }])
    await desk.data('mutation ($id: ID!) { removeCitation(id: $id) }', { id: data.cite.id }, coordinator)
    expect(await sources()).toEqual([])
    expect((await undoLast(body.id)).errors).toEqual([])
    expect(await sources()).toHaveLength(1)
    expect((await undoLast(body.id)).errors).toEqual([])
  })

  it('of somebody else that is hidden cannot be cited, and so cannot be read', async () => {
    const { rows } = await database.owner.query<{ id: string }>(
      `INSERT INTO source_document (id, home_municipality_id, slug, title)
         VALUES (gen_random_uuid(), (SELECT id FROM municipality WHERE slug = 'bergen'), 'x', 'Hemmelig') RETURNING id`,
    )
    const { errors } = await cite(Buffer.from(`SourceDocument:${rows[0]?.id}`).toString('base64url'))
    expect(errors[0]?.extensions).toMatchObject({ fields: { document: 'not_found' } })
  })

  it('is mended by one at a time, and its entering is undone', async () => {
    const document = await create('Strategi')
    const correct = (title: string, url = 'https://kommune.example') =>
      desk.answer(
        'mutation ($id: ID!, $version: Int!, $title: String!, $url: String) { correctDocument(id: $id, version: $version, state: { title: $title, url: $url }) { version title } }',
        { ...document, title, url },
        coordinator,
      )
    expect((await correct('Strategi 2024')).data).toEqual({ correctDocument: { version: 2, title: 'Strategi 2024' } })
    expect((await correct('For sent')).errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', version: 2 })
    expect((await correct('x', 'javascript:alert(1)')).errors[0]?.extensions).toMatchObject({
      fields: { 'state.url': 'not_an_address' },
    })
    expect((await undoLast(document.id)).errors).toEqual([])
    const { documents } = await desk.data<{ documents: { nodes: object[] } }>(
      '{ documents(filter: { municipality: "9901", title: "strategi" }) { nodes { title version } } }',
      {},
      coordinator,
    )
    expect(documents.nodes).toEqual([{ title: 'Strategi', version: 3 }])
  })
})

describe('a meeting', () => {
  type Said = { id: string; version: number }
  const plan = (state: object, as = coordinator, visibility = 'INTERNAL') =>
    desk.answer<{ createMeeting: Said }>(
      'mutation ($body: ID!, $state: MeetingInput!, $visibility: Visibility) { createMeeting(body: $body, state: $state, visibility: $visibility) { id version } }',
      { body: body.id, state, visibility },
      as,
    )
  const onPortal = async () =>
    (
      await portal.data<{ body: { meetings: object[] } }>(
        '{ body(municipality: "9901", slug: "raadet") { meetings { heldOn startsAt status round place } } }',
      )
    ).body.meetings

  it('is planned, published, moved and cancelled', async () => {
    const { data } = await plan({ heldOn: '2027-02-01', round: '1/27' })
    let meeting = data.createMeeting
    expect(await onPortal()).toEqual([])
    const { published } = await desk.data<{ published: Said }>(
      'mutation ($id: ID!, $version: Int!) { published: setMeetingVisibility(id: $id, version: $version, visibility: PUBLIC) { id version } }',
      meeting,
      coordinator,
    )
    meeting = published
    expect(await onPortal()).toEqual([
      { heldOn: '2027-02-01', startsAt: null, status: 'PLANNED', round: '1/27', place: null },
    ])
    await desk.data(
      'mutation ($id: ID!, $version: Int!) { correctMeeting(id: $id, version: $version, state: { heldOn: "2027-02-08", startsAt: "13:00", endsAt: "15:00", status: MOVED, place: "Rådhuset" }) { id } }',
      meeting,
      coordinator,
    )
    expect(await onPortal()).toEqual([
      { heldOn: '2027-02-08', startsAt: '13:00', status: 'MOVED', round: null, place: 'Rådhuset' },
    ])
    expect((await undoLast(meeting.id)).errors).toEqual([])
    expect(await onPortal()).toMatchObject([{ heldOn: '2027-02-01' }])
  })

  it('of a joint body is planned by who takes part, and published by its home', async () => {
    const { data, errors } = await plan({ heldOn: '2027-03-01' }, participant)
    expect(errors).toEqual([])
    expect((await plan({ heldOn: '2027-03-02' }, participant, 'PUBLIC')).errors[0]?.extensions.code).toBe('FORBIDDEN')
    const publish = (as: SignedIn) =>
      desk.answer(
        'mutation ($id: ID!, $version: Int!) { setMeetingVisibility(id: $id, version: $version, visibility: PUBLIC) { id } }',
        { ...data.createMeeting },
        as,
      )
    expect((await publish(participant)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await publish(coordinator)).errors).toEqual([])
  })

  it('of a joint body has a history that both sides read, and either takes back what was corrected', async () => {
    const { data } = await plan({ heldOn: '2027-04-01' })
    const { id, version } = data.createMeeting
    await desk.data(
      'mutation ($id: ID!, $version: Int!) { correctMeeting(id: $id, version: $version, state: { heldOn: "2027-04-02" }) { id } }',
      { id, version },
      participant,
    )
    const actsFor = async (as: SignedIn) =>
      (
        await desk.data<{ acts: { nodes: { id: string }[] } }>(
          'query ($id: ID!) { acts(filter: { object: $id }) { nodes { id kind name isYours isUndoable } } }',
          { id },
          as,
        )
      ).acts.nodes
    const [correction, creation] = await actsFor(participant)
    expect(correction).toMatchObject({ kind: 'correct', name: '2027-04-02', isYours: true, isUndoable: true })
    expect(creation).toMatchObject({ kind: 'create', isYours: false, isUndoable: false })
    expect(await actsFor(coordinator)).toMatchObject([
      { kind: 'correct', isYours: false, isUndoable: true },
      { kind: 'create', isYours: true, isUndoable: true },
    ])
    const undo = 'mutation ($id: ID!) { undoAct(id: $id) { id } }'
    expect((await desk.answer(undo, { id: correction?.id }, participant)).errors).toEqual([])
  })

  it('is not planned for a day when its body is no more', async () => {
    const { createBody } = await desk.data<{ createBody: Said }>(
      'mutation { createBody(municipality: "9901", from: { on: "2020-01-01" }, state: { name: "Utvalget" }) { id version } }',
      {},
      coordinator,
    )
    await desk.data(
      'mutation ($id: ID!, $version: Int!) { endBody(id: $id, version: $version, on: { on: "2026-01-01" }) { id } }',
      createBody,
      coordinator,
    )
    const { errors } = await desk.answer(
      'mutation ($body: ID!) { createMeeting(body: $body, state: { heldOn: "2026-01-01" }) { id } }',
      { body: createBody.id },
      coordinator,
    )
    expect(errors[0]?.extensions).toMatchObject({ fields: { 'state.heldOn': 'outside_period' } })
  })

  it.each([
    [{ heldOn: '2027-01-01', endsAt: '10:00' }, 'state.startsAt', 'required'],
    [{ heldOn: '2027-01-01', startsAt: '10:00', endsAt: '09:00' }, 'state.endsAt', 'ends_before'],
    [{ heldOn: '2027-01-01', startsAt: '25:00' }, 'state.startsAt', 'not_a_time'],
  ])('as %j is refused', async (state, path, fault) => {
    expect((await plan(state)).errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: { [path]: fault },
    })
  })
})
