/** When in a year something is to be done, and in which years. Months from 1; `dueDay` is a day of the last month. */
export type Task = {
  fromMonth: number
  toMonth: number
  dueDay: number | null
  everyYears: number
  countedFrom: number | null
}

/** How far a task of a year has come. */
export type Stage = 'coming' | 'now' | 'overdue' | 'done' | 'before'

/** Whether it is to be done in a year. */
export const occursIn = ({ everyYears, countedFrom }: Task, year: number): boolean =>
  everyYears === 1 || (year - (countedFrom ?? year)) % everyYears === 0

/** The first and the last day of it in a year, as midnight UTC: into the next one when its last month comes before its first. */
export function spanIn({ fromMonth, toMonth, dueDay }: Task, year: number): { from: Date; due: Date } {
  const lastYear = toMonth < fromMonth ? year + 1 : year
  const lastDay = new Date(Date.UTC(lastYear, toMonth, 0)).getUTCDate()
  return {
    from: new Date(Date.UTC(year, fromMonth - 1, 1)),
    due: new Date(Date.UTC(lastYear, toMonth - 1, Math.min(dueDay ?? lastDay, lastDay))),
  }
}

/** How far it has come in a year, as of a day. What was due before anybody kept it here is not late. */
export function stageIn(task: Task & { keptFrom: Date }, year: number, isDone: boolean, today: Date): Stage {
  if (isDone) return 'done'
  const { from, due } = spanIn(task, year)
  if (due < task.keptFrom) return 'before'
  if (today > due) return 'overdue'
  return today < from ? 'coming' : 'now'
}
