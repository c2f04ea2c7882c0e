import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn
let leader: SignedIn
let member: SignedIn
let stranger: SignedIn
let body: string

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    bodies: [{ key: 'raadet', name: 'Rådet', visibility: 'public', seats: [{ role: 'Rektor', attachment: 'member' }] }],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  leader = await signInAs(database, 'Leder', [{ kind: 'leader', municipality: '9901' }])
  stranger = await signInAs(database, 'Fjern', [{ kind: 'coordinator', municipality: '4601' }])
  const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM seat')
  member = await signInAs(database, 'Medlem', [{ kind: 'member', seatId: rows[0]?.id ?? '' }])
  const found = await desk.data<{ body: { id: string } }>(
    '{ body(municipality: "9901", slug: "raadet") { id } }',
    {},
    coordinator,
  )
  body = found.body.id
})

type InYear = { from: string; due: string; stage: string; doneOn: string | null; note: string | null }
type Task = { id: string; version: number; title: string; inYear: InYear | null }
const fields = 'id version title inYear(year: 2025) { from due stage doneOn note }'
const add = (tasks: object[], as: As = coordinator) =>
  desk.answer<{ it: Task[] }>(
    `mutation ($tasks: [AnnualTaskInput!]!) { it: addAnnualTasks(municipality: "9901", tasks: $tasks) { ${fields} } }`,
    { tasks },
    as,
  )
const act = (call: string, declared: string, variables: object, as: As = coordinator) =>
  desk.answer<{ it: Task }>(`mutation (${declared}) { it: ${call} { ${fields} } }`, { ...variables }, as)
const all = async (as: As = coordinator) =>
  (
    await desk.data<{ municipality: { annualTasks: Task[] } }>(
      `{ municipality(number: "9901") { annualTasks { ${fields} } } }`,
      {},
      as,
    )
  ).municipality.annualTasks
const faults = ({ errors }: { errors: { extensions: object }[] }) => errors[0]?.extensions
const one = async (task: object) => {
  const { data, errors } = await add([task])
  expect(errors).toEqual([])
  return data.it[0] ?? ({} as Task)
}

describe('the year of a coordinator', () => {
  it('is entered at once, and goes from January on', async () => {
    const { data, errors } = await add([
      { title: 'Evaluering', fromMonth: 12, toMonth: 12, body },
      { title: 'Rapport om tilskudd', fromMonth: 3, toMonth: 4, dueDay: 1 },
      { title: 'Ungdata', fromMonth: 2, toMonth: 3, everyYears: 3, countedFrom: 2024 },
    ])
    expect(errors).toEqual([])
    expect(data.it[1]?.inYear).toEqual({
      from: '2025-03-01',
      due: '2025-04-01',
      stage: 'BEFORE',
      doneOn: null,
      note: null,
    })
    const tasks = await all()
    expect(tasks.map(({ title }) => title)).toEqual(['Ungdata', 'Rapport om tilskudd', 'Evaluering'])
    expect(tasks[0]?.inYear).toBeNull()
  })

  it('is for those who read the municipality from within, and kept by its coordinators', async () => {
    const task = await one({ title: 'Bare for oss', fromMonth: 1, toMonth: 1 })
    const titles = async (as: As) => (await all(as)).map(({ title }) => title)
    expect(await titles(leader)).toContain('Bare for oss')
    for (const as of [member, stranger]) expect(await titles(as)).toEqual([])
    const done = (as: As) => act('markAnnualTaskDone(id: $id, year: 2025)', '$id: ID!', { id: task.id }, as)
    expect(faults(await done(leader))).toMatchObject({ code: 'FORBIDDEN' })
    expect(faults(await done(stranger))).toMatchObject({ code: 'NOT_FOUND' })
    expect(faults(await add([{ title: 'x', fromMonth: 1, toMonth: 1 }], stranger))).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('says what is done in a year, once, and takes it back', async () => {
    const { id } = await one({ title: 'Sommertiltak', fromMonth: 5, toMonth: 6 })
    const done = () =>
      act('markAnnualTaskDone(id: $id, year: 2025, note: $note)', '$id: ID!, $note: String', {
        id,
        note: 'Begynn tidligere neste år',
      })
    const { data } = await done()
    expect(data.it.inYear).toMatchObject({ stage: 'DONE', note: 'Begynn tidligere neste år' })
    expect(faults(await done())).toMatchObject({ fields: { id: 'closed_already' } })
    const undone = () => act('markAnnualTaskUndone(id: $id, year: 2025)', '$id: ID!', { id })
    expect((await undone()).data.it.inYear).toMatchObject({ stage: 'BEFORE', doneOn: null })
    expect(faults(await undone())).toMatchObject({ fields: { id: 'is_open' } })
    const third = await one({ title: 'Hvert tredje', fromMonth: 1, toMonth: 1, everyYears: 3, countedFrom: 2024 })
    const wrong = await act('markAnnualTaskDone(id: $id, year: 2025)', '$id: ID!', { id: third.id })
    expect(faults(wrong)).toMatchObject({ fields: { year: 'not_that_year' } })
  })

  it('is changed by who saw it as it is, removed, and brought back', async () => {
    const task = await one({ title: 'Før', fromMonth: 1, toMonth: 1 })
    const correct = (version: number) =>
      act(
        'correctAnnualTask(id: $id, version: $version, task: $task)',
        '$id: ID!, $version: Int!, $task: AnnualTaskInput!',
        {
          id: task.id,
          version,
          task: { title: 'Etter', fromMonth: 2, toMonth: 3 },
        },
      )
    expect((await correct(1)).data.it).toMatchObject({ title: 'Etter', version: 2 })
    expect(faults(await correct(1))).toMatchObject({ code: 'CONFLICT', version: 2 })
    await act('markAnnualTaskDone(id: $id, year: 2025)', '$id: ID!', { id: task.id })
    await desk.data('mutation ($id: ID!) { removeAnnualTask(id: $id, version: 2) }', { id: task.id }, coordinator)
    expect((await all()).map(({ id }) => id)).not.toContain(task.id)
    const { acts } = await desk.data<{ acts: { nodes: { id: string; kind: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id kind } } }',
      { id: task.id },
      coordinator,
    )
    expect(acts.nodes[0]?.kind).toBe('remove')
    await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
    expect((await all()).find(({ id }) => id === task.id)?.inYear?.stage).toBe('DONE')
  })

  it('takes no correction of who saw it before somebody undid another', async () => {
    const task = await one({ title: 'Først', fromMonth: 1, toMonth: 1 })
    const correct = (version: number, title: string) =>
      act(
        'correctAnnualTask(id: $id, version: $version, task: $task)',
        '$id: ID!, $version: Int!, $task: AnnualTaskInput!',
        { id: task.id, version, task: { title, fromMonth: 1, toMonth: 1 } },
      )
    await correct(1, 'Så')
    const { acts } = await desk.data<{ acts: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { acts(filter: { object: $id }, first: 1) { nodes { id } } }',
      { id: task.id },
      coordinator,
    )
    await desk.data('mutation ($id: ID!) { undoAct(id: $id) { id } }', { id: acts.nodes[0]?.id }, coordinator)
    expect(faults(await correct(2, 'Til slutt'))).toMatchObject({ code: 'CONFLICT', version: 3 })
  })

  it('is of years that somebody plans in', async () => {
    const { id } = await one({ title: 'Årlig', fromMonth: 1, toMonth: 1 })
    for (const year of [-1, 0, 300_000, 2_147_483_647]) {
      const asked = await desk.answer(
        `query ($id: ID!) { node(id: $id) { ... on AnnualTask { inYear(year: ${year}) { from } } } }`,
        { id },
        coordinator,
      )
      expect(faults(asked)).toMatchObject({ fields: { year: 'invalid' } })
      expect(faults(await act(`markAnnualTaskDone(id: $id, year: ${year})`, '$id: ID!', { id }))).toMatchObject({
        fields: { year: 'invalid' },
      })
      const breaks = await desk.answer(`{ municipality(number: "9901") { schoolBreaks(year: ${year}) { name } } }`)
      expect(faults(breaks)).toMatchObject({ fields: { year: 'invalid' } })
    }
  })

  it('says what is wrong, and takes nothing of it', async () => {
    const before = (await all()).length
    const wrong = await add([
      { title: 'Riktig', fromMonth: 1, toMonth: 1 },
      { title: ' ', fromMonth: 13, toMonth: 1, dueDay: 32, everyYears: 2 },
    ])
    expect(faults(wrong)).toMatchObject({
      fields: {
        'tasks.1.title': 'required',
        'tasks.1.fromMonth': 'invalid',
        'tasks.1.dueDay': 'invalid',
      },
    })
    expect(faults(await add([{ title: 'x', fromMonth: 1, toMonth: 1, everyYears: 2 }]))).toMatchObject({
      fields: { 'tasks.0.countedFrom': 'required' },
    })
    expect(faults(await add([]))).toMatchObject({ fields: { tasks: 'required' } })
    expect((await all()).length).toBe(before)
  })
})
