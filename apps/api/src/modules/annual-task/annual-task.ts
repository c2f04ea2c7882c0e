import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import { assertYear, firstDayOf } from '../../years.ts'
import { Body } from '../body/body.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { Municipality } from '../municipality/municipality.ts'
import { occursIn, spanIn, stageIn, type Stage } from './rules.ts'

const AnnualTaskStage = builder.enumType('AnnualTaskStage', {
  description: 'How far a task of the year has come.',
  values: {
    COMING: { value: 'coming', description: 'Its months have not begun.' },
    NOW: { value: 'now', description: 'It is to be done now.' },
    OVERDUE: { value: 'overdue', description: 'It should have been done.' },
    DONE: { value: 'done', description: 'It was done.' },
    BEFORE: { value: 'before', description: 'It was due before the task was entered here.' },
  } as const,
})

type InYear = { year: number; from: Date; due: Date; stage: Stage; doneOn: Date | null; note: string | null }
const TaskInYear = builder.objectRef<InYear>('AnnualTaskInYear').implement({
  description: 'A task in one year.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year in which its months begin.' }),
    from: t.expose('from', { description: 'Its first day.', type: 'Date' }),
    due: t.expose('due', { description: 'The day it is to be done by.', type: 'Date' }),
    stage: t.expose('stage', { description: 'How far it has come, today.', type: AnnualTaskStage }),
    doneOn: t.expose('doneOn', {
      description: 'The day it was done; null when it is not.',
      type: 'Date',
      nullable: true,
    }),
    note: t.exposeString('note', { description: 'What was said of it then; null for nothing.', nullable: true }),
  }),
})

export const AnnualTask = builder.prismaNode('AnnualTask', {
  description: 'What the coordinator of a municipality does every year, or every so many: a piece of the årshjul.',
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    municipality: t.relation('municipality', { description: 'Whose it is.' }),
    title: t.exposeString('title', { description: 'What is to be done, in the municipality’s own words.' }),
    text: t.exposeString('text', { description: 'More about it; null for nothing.', nullable: true }),
    fromMonth: t.exposeInt('fromMonth', { description: 'Its first month, 1 to 12.' }),
    toMonth: t.exposeInt('toMonth', {
      description: 'Its last month, 1 to 12: of the next year when it comes before the first.',
    }),
    dueDay: t.exposeInt('dueDay', {
      description: 'The day of the last month that it is to be done by; null for the last.',
      nullable: true,
    }),
    everyYears: t.exposeInt('everyYears', { description: 'Every how many years, 1 to 10.' }),
    countedFrom: t.exposeInt('countedFrom', {
      description: 'A year in which it is to be done; null when that is every year.',
      nullable: true,
    }),
    body: t.relation('body', {
      description: 'The body whose meeting takes it up; null for none, or for one that you may not see.',
      nullable: true,
    }),
    version: t.exposeInt('version', {
      description: 'Counts the acts on it. Who changes it says which version they saw.',
    }),
    inYear: t.field({
      description: 'The task in a year; null when it is not to be done in that one.',
      type: TaskInYear,
      nullable: true,
      args: { year: t.arg.int({ description: 'Which year.', required: true }) },
      select: ({ year }) => ({
        fromMonth: true,
        toMonth: true,
        dueDay: true,
        everyYears: true,
        countedFrom: true,
        keptFrom: true,
        done: { where: { year }, select: { doneOn: true, note: true }, take: 1 },
      }),
      resolve: ({ done: [done], ...task }, { year }, { now }) => {
        assertYear(year)
        return occursIn(task, year)
          ? {
              year,
              ...spanIn(task, year),
              stage: stageIn(task, year, Boolean(done), todayInOslo(now)),
              doneOn: done?.doneOn ?? null,
              note: done?.note ?? null,
            }
          : null
      },
    }),
  }),
})

builder.prismaObjectFields(AnnualTask, (t) => ({
  agendaItems: t.field({
    description: 'Where it is up at meetings in a year, the earliest first; of the items that you may read.',
    type: [AgendaItem],
    args: { year: t.arg.int({ description: 'Which year.', required: true }) },
    select: ({ year }, _context, nested) => ({
      agendaItems: nested({
        where: { meeting: { heldOn: { gte: firstDayOf(year), lt: firstDayOf(year + 1) } } },
        orderBy: { meeting: { heldOn: 'asc' } },
      }),
    }),
    resolve: ({ agendaItems }, { year }) => {
      assertYear(year)
      return agendaItems
    },
  }),
}))

const inOrder = [
  { fromMonth: 'asc' },
  { toMonth: 'asc' },
  { dueDay: { sort: 'asc', nulls: 'last' } },
  { id: 'asc' },
] as const

builder.prismaObjectField(Municipality, 'annualTasks', (t) =>
  t.field({
    description: 'What its coordinator does every year, from January on. For those who read it from within.',
    type: [AnnualTask],
    complexity: { multiplier: 20 },
    select: (_args, _context, nested) => ({
      annualTasks: nested({ where: { removedAt: null }, orderBy: [...inOrder] }),
    }),
    resolve: ({ annualTasks }) => annualTasks,
  }),
)

builder.prismaObjectField(Body, 'annualTasks', (t) =>
  t.field({
    description: 'Tasks of the year that its meetings take up.',
    type: [AnnualTask],
    complexity: { multiplier: 5 },
    select: (_args, _context, nested) => ({
      annualTasks: nested({ where: { removedAt: null }, orderBy: [...inOrder] }),
    }),
    resolve: ({ annualTasks }) => annualTasks,
  }),
)

builder.prismaObjectField(AgendaItem, 'annualTask', (t) =>
  t.relation('annualTask', {
    description: 'The task of the year that is up; null for none that you may see.',
    nullable: true,
  }),
)
