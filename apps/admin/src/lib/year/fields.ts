import { capitalised, m, monthName } from '@samrad/i18n'
import type { Draft, Field } from '#lib/form/kinds'
import { toldOf } from '#lib/form/state'
import type { Known } from '#lib/form/known'
import type { AnnualTask } from './asked'

const months = () =>
  Array.from({ length: 12 }, (_, nth) => ({ value: String(nth + 1), label: capitalised(monthName(nth + 1)) }))

/** The form of a task of the year. */
export const taskFields: readonly Field[] = [
  { name: 'title', kind: 'text', label: m.task_title, isRequired: true, maxlength: 200 },
  {
    name: 'fromMonth',
    kind: 'one',
    label: m.task_from,
    options: months,
    empty: '1',
    from: ({ fromMonth }: AnnualTask) => String(fromMonth),
  },
  {
    name: 'toMonth',
    kind: 'one',
    label: m.task_to,
    help: m.task_to_help,
    options: months,
    empty: '1',
    from: ({ toMonth }: AnnualTask) => String(toMonth),
  },
  { name: 'dueDay', kind: 'number', label: m.task_due_day, help: m.task_due_day_help },
  {
    name: 'body',
    kind: 'one',
    label: m.task_body,
    help: m.task_body_help,
    options: ({ bodies }) => bodies.map(({ id, name }) => ({ value: id, label: name })),
    from: ({ body }: AnnualTask) => body?.id,
  },
  { name: 'everyYears', kind: 'number', label: m.task_every, help: m.task_every_help, empty: '1' },
  { name: 'countedFrom', kind: 'number', label: m.task_counted_from, help: m.task_counted_from_help },
  { name: 'text', kind: 'text', label: m.task_text, rows: 3, maxlength: 5_000 },
]

export type ToldTask = { title: string; fromMonth: number; toMonth: number; [field: string]: unknown }

/** A task as the API takes it. */
export function toldTask(draft: Draft, saying: { known: Known; parties: ReadonlyMap<string, object> }): ToldTask {
  const told = toldOf(draft, taskFields, saying) as { title: string; fromMonth: string; toMonth: string }
  return { ...told, fromMonth: Number(told.fromMonth), toMonth: Number(told.toMonth) }
}

/** The year of most coordinators, to begin with and make one’s own. `year` is counted from where it is not every year. */
export const usualTasks = (year: number): ToldTask[] => [
  { title: m.usual_first_meetings(), fromMonth: 1, toMonth: 2 },
  {
    title: m.usual_ungdata(),
    text: m.usual_ungdata_text(),
    fromMonth: 2,
    toMonth: 3,
    everyYears: 3,
    countedFrom: year,
  },
  { title: m.usual_grant_report(), fromMonth: 3, toMonth: 4, dueDay: 1 },
  { title: m.usual_second_meetings(), fromMonth: 4, toMonth: 6 },
  { title: m.usual_graduation(), fromMonth: 4, toMonth: 5 },
  { title: m.usual_annual_report(), fromMonth: 4, toMonth: 6 },
  { title: m.usual_summer(), fromMonth: 5, toMonth: 6 },
  { title: m.usual_ungdata_results(), fromMonth: 5, toMonth: 6, everyYears: 3, countedFrom: year },
  { title: m.usual_teams(), fromMonth: 9, toMonth: 9 },
  { title: m.usual_political(), fromMonth: 9, toMonth: 9 },
  { title: m.usual_autumn_meetings(), fromMonth: 10, toMonth: 11 },
  { title: m.usual_budget(), fromMonth: 10, toMonth: 11 },
  { title: m.usual_focus(), fromMonth: 10, toMonth: 11 },
  { title: m.usual_grant_application(), fromMonth: 11, toMonth: 12, dueDay: 1 },
  { title: m.usual_evaluation(), fromMonth: 12, toMonth: 12 },
]
