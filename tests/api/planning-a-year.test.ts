import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn
let stranger: SignedIn
let council: string
let other: string

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    bodies: [
      {
        key: 'raadet',
        name: 'Rådet',
        visibility: 'public',
        from: '2020-01-01',
        cadences: [{ cadence: { kind: 'minimum', times: 1, per: 'quarter' } }],
        meetings: [
          { on: '2026-03-11', start: '09:00' },
          { on: '2026-09-16', start: '09:00' },
        ],
      },
      { key: 'det-andre', name: 'Det andre', visibility: 'public', from: '2020-01-01' },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  stranger = await signInAs(database, 'Fjern', [{ kind: 'coordinator', municipality: '4601' }])
  const found = await desk.data<{ one: { id: string }; other: { id: string } }>(
    '{ one: body(municipality: "9901", slug: "raadet") { id } other: body(municipality: "9901", slug: "det-andre") { id } }',
    {},
    coordinator,
  )
  council = found.one.id
  other = found.other.id
})

type Suggested = {
  on: string | null
  passedOver: { on: string; why: string; holiday: string | null; name: string | null }[]
  sameDay: { body: { name: string } }[]
}
const suggest = async (variables: object, as = coordinator) =>
  desk.answer<{ it: { bodyId: string; meetings: Suggested[] }[] }>(
    `query ($bodies: [ID!]!, $year: Int!, $weekday: Int, $times: Int) {
       it: suggestedMeetings(bodies: $bodies, year: $year, weekday: $weekday, times: $times) {
         bodyId meetings { on passedOver { on why holiday name } sameDay { body { name } } } } }`,
    { bodies: [council], year: 2027, ...variables },
    as,
  )
const meetings = async (variables: object = {}) => (await suggest(variables)).data.it[0]?.meetings ?? []
const days = async (variables: object = {}) => (await meetings(variables)).map(({ on }) => on)
const planIt = (meetings: object[], as = coordinator) =>
  desk.answer<{ it: { id: string; heldOn: string; round: string | null; body: { name: string } }[] }>(
    `mutation ($meetings: [PlannedMeeting!]!) {
       it: planMeetings(meetings: $meetings) { id heldOn round body { name } } }`,
    { meetings },
    as,
  )
const close = (name: string, from: string, until?: string, as = coordinator) =>
  desk.answer<{ it: { id: string } }>(
    `mutation ($schoolBreak: SchoolBreakInput!) {
       it: addSchoolBreak(municipality: "9901", schoolBreak: $schoolBreak) { id } }`,
    { schoolBreak: { name, from, until: until ?? null } },
    as,
  )
const faults = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions

describe('a year of meetings', () => {
  it('is suggested by the cadence of the body, on its usual weekday', async () => {
    // The two meetings of the year before were on Wednesdays.
    expect(await days()).toEqual(['2027-02-17', '2027-05-19', '2027-08-18', '2027-11-17'])
    expect(await days({ weekday: 1, times: 2 })).toEqual(['2027-04-05', '2027-10-04'])
  })

  it('keeps off public holidays and off the days on which schools are closed', async () => {
    const [, second] = await meetings({ weekday: 1 })
    expect(second?.passedOver).toContainEqual({
      on: '2027-05-17',
      why: 'HOLIDAY',
      holiday: 'constitution_day',
      name: null,
    })
    const closed = await close('Vinterferie', '2027-02-15', '2027-02-19')
    expect(closed.errors).toEqual([])
    const [first] = await meetings()
    expect(first?.on).toBe('2027-02-10')
    expect(first?.passedOver).toEqual([{ on: '2027-02-17', why: 'SCHOOL_BREAK', holiday: null, name: 'Vinterferie' }])
    const { municipality } = await desk.data<{ municipality: { schoolBreaks: { name: string }[] } }>(
      '{ municipality(number: "9901") { schoolBreaks(year: 2027) { name from until } } }',
      {},
      coordinator,
    )
    expect(municipality.schoolBreaks).toEqual([{ name: 'Vinterferie', from: '2027-02-15', until: '2027-02-19' }])
    await desk.data('mutation ($id: ID!) { removeSchoolBreak(id: $id) }', { id: closed.data.it.id }, coordinator)
    expect((await days())[0]).toBe('2027-02-17')
  })

  it('says what is wrong with a break, and takes none from a stranger', async () => {
    expect(faults(await close(' ', '2027-02-19', '2027-02-15'))).toMatchObject({
      fields: { 'schoolBreak.name': 'required', 'schoolBreak.until': 'ends_before' },
    })
    expect(faults(await close('Vinterferie', '2027-02-15', undefined, stranger))).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is planned all at once, for several bodies in a round, and what is planned is not suggested again', async () => {
    const state = (heldOn: string) => ({ heldOn, startsAt: '09:00', round: '1/27' })
    const { data, errors } = await planIt([
      { body: council, state: state('2027-02-17') },
      { body: other, state: state('2027-02-18') },
    ])
    expect(errors).toEqual([])
    expect(data.it).toEqual([
      { id: expect.any(String), heldOn: '2027-02-17', round: '1/27', body: { name: 'Rådet' } },
      { id: expect.any(String), heldOn: '2027-02-18', round: '1/27', body: { name: 'Det andre' } },
    ])
    expect(await days()).toEqual(['2027-05-19', '2027-08-18', '2027-11-17'])
    const { data: both } = await suggest({ bodies: [council, other], weekday: 3, times: 4 })
    expect(both.it.map(({ bodyId }) => bodyId)).toEqual([council, other])
    expect(both.it.map((one) => one.meetings.length)).toEqual([3, 3])
    const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
      { id: data.it[0]?.id },
      coordinator,
    )
    await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
    expect((await days())[0]).toBe('2027-02-17')
  })

  it('tells of other meetings of the municipality on the same day', async () => {
    await planIt([{ body: other, state: { heldOn: '2027-11-17' } }])
    const last = (await meetings()).at(-1)
    expect(last).toMatchObject({ on: '2027-11-17', sameDay: [{ body: { name: 'Det andre' } }] })
  })

  it('is planned whole or not at all, and says which meeting is wrong', async () => {
    const wrong = await planIt([
      { body: council, state: { heldOn: '2027-05-19' } },
      { body: council, state: { heldOn: '2019-05-19', startsAt: 'ni' } },
    ])
    expect(faults(wrong)).toMatchObject({ fields: { 'meetings.1.state.startsAt': 'not_a_time' } })
    expect(await days()).toContain('2027-05-19')
    expect(faults(await planIt([]))).toMatchObject({ fields: { meetings: 'required' } })
    expect(faults(await planIt([{ body: council, state: { heldOn: '2027-05-19' } }], stranger))).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(faults(await suggest({ bodies: [] }))).toMatchObject({ fields: { bodies: 'required' } })
    expect(faults(await suggest({ year: 1800, weekday: 7, times: 0 }))).toMatchObject({
      fields: { year: 'invalid', weekday: 'invalid', times: 'invalid' },
    })
  })

  it('has nothing to suggest where no cadence is known', async () => {
    expect(await days({ bodies: [other] })).toEqual([])
  })
})
