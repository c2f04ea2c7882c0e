import { newId, type Prisma } from '@samrad/db'
import { AnnualTaskRules, faultsOf } from '@samrad/schema'
import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { ApiError, badInput } from '../../errors.ts'
import { municipalityIdOf } from '../../named.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { versionDescription } from '../../register/inputs.ts'
import { References } from '../../register/references.ts'
import { assertYear } from '../../years.ts'
import { AnnualTask } from './annual-task.ts'
import { occursIn } from './rules.ts'

const AnnualTaskInput = builder.inputType('AnnualTaskInput', {
  description: 'What is to be done every year, or every so many. All of it is given; what is left out is emptied.',
  fields: (t) => ({
    title: t.string({ description: 'What is to be done.', required: true }),
    text: t.string({ description: 'More about it.' }),
    fromMonth: t.int({ description: 'Its first month, 1 to 12.', required: true }),
    toMonth: t.int({
      description: 'Its last month, 1 to 12: of the next year when it comes before the first.',
      required: true,
    }),
    dueDay: t.int({ description: 'The day of the last month that it is to be done by; the last when left out.' }),
    everyYears: t.int({ description: 'Every how many years, 1 to 10.', defaultValue: 1 }),
    countedFrom: t.int({ description: 'A year in which it is to be done; needed when that is not every year.' }),
    body: t.globalID({ description: 'The body whose meeting takes it up.' }),
  }),
})
type Given = typeof AnnualTaskInput.$inferInput

async function columnsOf(given: Given, path: string, { db }: Context) {
  const faults = faultsOf(AnnualTaskRules, given)
  if (faults)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`${path}.${field}`, fault])))
  const references = new References()
  const bodyId = given.body ? references.idOf('Body', given.body, `${path}.body`) : null
  await references.assertUsable(db)
  const { title, text, fromMonth, toMonth, dueDay, everyYears, countedFrom } = given
  return {
    title: title.trim(),
    text: text?.trim() || null,
    fromMonth,
    toMonth,
    dueDay: dueDay ?? null,
    everyYears: everyYears ?? 1,
    countedFrom: (everyYears ?? 1) === 1 ? null : (countedFrom ?? null),
    bodyId,
  }
}

const right = { can: 'register:keep' } as const

builder.mutationField('addAnnualTasks', (t) =>
  t.prismaField({
    description: 'Says what is to be done every year: all of it or nothing.',
    authScopes: right,
    type: [AnnualTask],
    args: {
      municipality: t.arg.string({ description: 'Slug or number.', required: true }),
      tasks: t.arg({ description: 'What, 1 to 50.', type: [AnnualTaskInput], required: true }),
    },
    resolve: async (query, _root, { municipality, tasks }, context) => {
      const { db, asOf, now } = context
      const municipalityId = await municipalityIdOf(db, municipality, asOf)
      assertMay(context, 'register:keep', { home: municipalityId })
      if (!tasks.length || tasks.length > 50) throw badInput({ tasks: tasks.length ? 'too_many' : 'required' })
      const ids: string[] = []
      for (const [nth, task] of tasks.entries()) {
        const columns = await columnsOf(task, `tasks.${nth}`, context)
        const id = newId()
        await act(context, { kind: 'create', noun: 'AnnualTask', objectId: id, municipalityId }, () =>
          db.annualTask.createMany({ data: [{ id, municipalityId, keptFrom: todayInOslo(now), ...columns }] }),
        )
        ids.push(id)
      }
      const made = await db.annualTask.findMany({ ...query, where: { id: { in: ids } } })
      return made.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    },
  }),
)

type Kept = Prisma.AnnualTaskGetPayload<{ include: { body: { select: { id: true } } } }>

/** Does something with a task as one act. Throws `NOT_FOUND`, `FORBIDDEN`, or `CONFLICT` when another version was seen. */
async function keep(
  { id, version, kind }: { id: string; version?: number; kind: string },
  context: Context,
  work: (task: Kept) => Promise<unknown>,
): Promise<void> {
  const { db } = context
  const found = await db.annualTask.findUnique({ where: { id, removedAt: null } })
  if (!found) throw notFound()
  const { municipalityId } = found
  assertMay(context, 'register:keep', { home: municipalityId })
  await act(context, { kind, noun: 'AnnualTask', objectId: id, municipalityId }, async () => {
    // As it is after anybody else who was at it.
    await db.$queryRaw`SELECT id FROM annual_task WHERE id = ${id}::uuid FOR UPDATE`
    const task = await db.annualTask.findUnique({
      where: { id, removedAt: null },
      include: { body: { select: { id: true } } },
    })
    if (!task) throw notFound()
    if (version !== undefined && version !== task.version)
      throw new ApiError('CONFLICT', 'It was changed since you saw it.', { version: task.version })
    await work(task)
  })
}

const known = {
  id: { description: 'Id of the task.', required: true, for: AnnualTask },
  version: { description: versionDescription, required: true },
  year: { description: 'In which year: the one in which its months begin.', required: true },
} as const

builder.mutationField('correctAnnualTask', (t) =>
  t.prismaField({
    description: 'Says what a task of the year is now.',
    authScopes: right,
    type: AnnualTask,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      task: t.arg({ description: 'What is to be done.', type: AnnualTaskInput, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, task }, context) => {
      const { db } = context
      await keep({ id, version, kind: 'correct' }, context, async (present) => {
        const columns = await columnsOf(task, 'task', context)
        // A body that the viewer does not see is not taken away by who could not say it again.
        const bodyId = columns.bodyId ?? (present.body ? null : present.bodyId)
        await db.annualTask.updateMany({ where: { id }, data: { ...columns, bodyId } })
      })
      return db.annualTask.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('removeAnnualTask', (t) =>
  t.boolean({
    description: 'Takes a task out of the year. Items of agendas that took it up stay.',
    authScopes: right,
    args: { id: t.arg.globalID(known.id), version: t.arg.int(known.version) },
    resolve: async (_root, { id: { id }, version }, context) => {
      const { db, now } = context
      await keep({ id, version, kind: 'remove' }, context, () =>
        db.annualTask.updateMany({ where: { id }, data: { removedAt: now } }),
      )
      return true
    },
  }),
)

builder.mutationField('markAnnualTaskDone', (t) =>
  t.prismaField({
    description: 'Says that a task of a year is done: today.',
    authScopes: right,
    type: AnnualTask,
    args: {
      id: t.arg.globalID(known.id),
      year: t.arg.int(known.year),
      note: t.arg.string({ description: 'What is worth knowing next time.' }),
    },
    resolve: async (query, _root, { id: { id }, year, note }, context) => {
      const { db, now } = context
      assertYear(year)
      const said = note?.trim() || null
      const fault = faultsOf(AnnualTaskRules, { title: '-', fromMonth: 1, toMonth: 1, note: said })?.['note']
      if (fault) throw badInput({ note: fault })
      await keep({ id, kind: 'mark_done' }, context, async (task) => {
        if (!occursIn(task, year)) throw badInput({ year: 'not_that_year' })
        if (await db.annualTaskDone.count({ where: { taskId: id, year } })) throw badInput({ id: 'closed_already' })
        await db.annualTaskDone.createMany({
          data: [{ id: newId(), taskId: id, year, doneOn: todayInOslo(now), note: said }],
        })
      })
      return db.annualTask.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('markAnnualTaskUndone', (t) =>
  t.prismaField({
    description: 'Says that a task of a year is not done after all.',
    authScopes: right,
    type: AnnualTask,
    args: { id: t.arg.globalID(known.id), year: t.arg.int(known.year) },
    resolve: async (query, _root, { id: { id }, year }, context) => {
      const { db } = context
      assertYear(year)
      await keep({ id, kind: 'mark_undone' }, context, async () => {
        const { count } = await db.annualTaskDone.deleteMany({ where: { taskId: id, year } })
        if (!count) throw badInput({ id: 'is_open' })
      })
      return db.annualTask.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
