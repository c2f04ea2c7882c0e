type State = 'open' | 'closed' | 'merged' | null
type Move = { state: 'waiting' | 'answered' | 'withdrawn' }

/** How far an issue has come. */
export type Stage = 'new' | 'taken_up' | 'waiting' | 'closed' | 'merged' | 'unknown'

/** How far an issue has come: lifted and not answered, answered or on an agenda, or neither yet. */
export function stageOf({
  state,
  moves,
  days,
}: {
  state: State
  moves: readonly Move[]
  /** Days of meetings that have it on the agenda. */
  days: readonly string[]
}): Stage {
  if (state !== 'open') return state ?? 'unknown'
  if (moves.some((move) => move.state === 'waiting')) return 'waiting'
  return days.length || moves.some((move) => move.state === 'answered') ? 'taken_up' : 'new'
}

type Up = {
  schedules: readonly { bodyId: string; days: readonly string[] }[]
  agendaItems: readonly { meeting: { bodyId: string; heldOn: Date; status: string } }[]
}

/** The days of the meetings that have an issue on the agenda, in order; of one body, or of all. What is told from within, and what may be read. */
export function daysOf({ schedules, agendaItems }: Up, bodyId?: string): string[] {
  const told = schedules.filter((one) => bodyId === undefined || one.bodyId === bodyId).flatMap(({ days }) => days)
  const read = agendaItems
    .filter(({ meeting }) => meeting.status !== 'cancelled' && (bodyId === undefined || meeting.bodyId === bodyId))
    .map(({ meeting }) => meeting.heldOn.toISOString().slice(0, 10))
  return [...new Set([...told, ...read])].toSorted((a, b) => (a < b ? -1 : 1))
}

/** The first of these days that is not over; null for none. Days as `2027-03-10`, in order. */
export const nextDay = (days: readonly string[], today: Date): string | null =>
  days.find((day) => day >= today.toISOString().slice(0, 10)) ?? null

/** Whether an answer should have been there by now. */
export const isOverdue = ({ state, answerBy }: Move & { answerBy: Date | null }, today: Date): boolean =>
  state === 'waiting' && answerBy !== null && answerBy < today

type Step = 'correct' | 'lift' | 'close' | 'reopen' | 'merge'

/** Why a step may not be taken with an issue, as a code that forms say; undefined when it may. */
export function refusalOf(step: Step, { state, moves }: { state: State; moves: readonly Move[] }): string | undefined {
  if (state === 'merged') return step === 'reopen' ? undefined : 'issue_merged'
  if (step === 'reopen') return state === 'closed' ? undefined : 'is_open'
  if (state === 'closed') return 'issue_closed'
  // Nobody is left without an answer.
  return (step === 'close' || step === 'merge') && moves.some((move) => move.state === 'waiting')
    ? 'lift_unanswered'
    : undefined
}
