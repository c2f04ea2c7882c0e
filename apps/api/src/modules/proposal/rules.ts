import { occursIn, spanIn, type Task } from '../annual-task/rules.ts'

/** Why something is proposed for an agenda. */
export type Reason = 'minutes' | 'follow_up' | 'lift' | 'answer' | 'new_issue' | 'annual_task'

/** Something that could be up at a meeting. What is not known or not told is null. */
export type Proposal = {
  reason: Reason
  /** The meeting, issue or task it is about; null for what was agreed earlier. */
  about: string | null
  title: string | null
  count: number | null
  /** The day of the meeting of the minutes, of the answer, or that something is to be done by. */
  on: Date | null
  /** Whom an issue was lifted from or to. */
  body: string | null
}

type Move = {
  state: 'waiting' | 'answered' | 'withdrawn'
  fromBodyId: string | null
  toBodyId: string | null
  answerBy: Date | null
  answeredOn: Date | null
  fromBody: string | null
  toBody: string | null
}

/** What is known before a meeting. Days are midnight UTC. */
export type Known = {
  bodyId: string
  heldOn: Date
  /** The meeting of the body before and after this one; null for none. */
  previousOn: Date | null
  nextOn: Date | null
  /** What is on the agenda already. */
  agenda: readonly {
    issueId: string | null
    minutesOfId: string | null
    annualTaskId: string | null
    followsUp: boolean
  }[]
  /** Earlier meetings whose minutes are not approved, the latest first. */
  minutes: readonly { id: string; heldOn: Date }[]
  /** Open action points, and the first day any of them is due. */
  points: { count: number; first: Date | null }
  /** Open issues that are up in the body. `days` are those of its meetings that have it on the agenda. */
  issues: readonly { id: string; title: string; moves: readonly Move[]; days: readonly Date[] }[]
  /** Tasks of the year that the body takes up. `done` are years; `days` those of meetings that have it on the agenda. */
  tasks: readonly (Task & {
    keptFrom: Date
    id: string
    title: string
    done: readonly number[]
    days: readonly Date[]
  })[]
}

const dayInMs = 86_400_000
/** A body without a next meeting meets again within a quarter; in milliseconds. */
export const usualGap = 92 * dayInMs
// What should have been done is still proposed for a while.
const patience = 60 * dayInMs

const nothing = { about: null, title: null, count: null, on: null, body: null }

/** What could be up at a meeting, in the order of an agenda: what was, what waits for an answer, what is new, what the year asks for. */
export function proposalsFor(known: Known): Proposal[] {
  const has = (key: 'issueId' | 'minutesOfId' | 'annualTaskId', id: string) =>
    known.agenda.some((item) => item[key] === id)
  const minutes = known.minutes
    .filter(({ id }) => !has('minutesOfId', id))
    .map(({ id, heldOn }): Proposal => ({ ...nothing, reason: 'minutes', about: id, on: heldOn }))
  const followUp: Proposal[] =
    known.points.count && !known.agenda.some(({ followsUp }) => followsUp)
      ? [{ ...nothing, reason: 'follow_up', count: known.points.count, on: known.points.first }]
      : []
  const issues = known.issues.flatMap((issue) => (has('issueId', issue.id) ? [] : (reasonOf(issue, known) ?? [])))
  const order: Reason[] = ['lift', 'answer', 'new_issue']
  return [
    ...minutes,
    ...followUp,
    ...issues.toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason)),
    ...known.tasks.flatMap((task) => (has('annualTaskId', task.id) ? [] : (taskOf(task, known) ?? []))),
  ]
}

function reasonOf(
  { id, title, moves, days }: Known['issues'][number],
  { bodyId, heldOn, previousOn }: Known,
): Proposal | undefined {
  const about = { ...nothing, about: id, title }
  const waiting = moves.find((move) => move.state === 'waiting' && move.toBodyId === bodyId)
  if (waiting) return { ...about, reason: 'lift', on: waiting.answerBy, body: waiting.fromBody }
  const since = previousOn ?? new Date(heldOn.getTime() - usualGap)
  const answered = moves.find(
    ({ state, fromBodyId, answeredOn }) =>
      state === 'answered' && fromBodyId === bodyId && answeredOn && answeredOn >= since,
  )
  if (answered) return { ...about, reason: 'answer', on: answered.answeredOn, body: answered.toBody }
  return days.length ? undefined : { ...about, reason: 'new_issue' }
}

function taskOf(task: Known['tasks'][number], { heldOn, nextOn }: Known): Proposal | undefined {
  const next = nextOn ?? new Date(heldOn.getTime() + usualGap)
  const year = heldOn.getUTCFullYear()
  // One that goes into the next year may have begun in the last, and one of January comes before the next meeting.
  for (const began of [year - 1, year, year + 1]) {
    if (!occursIn(task, began) || task.done.includes(began)) continue
    const { from, due } = spanIn(task, began)
    const isNow = from < next && due >= task.keptFrom && due.getTime() >= heldOn.getTime() - patience
    if (isNow && !task.days.some((day) => day >= from && day < next))
      return { ...nothing, reason: 'annual_task', about: task.id, title: task.title, on: due }
  }
  return undefined
}
