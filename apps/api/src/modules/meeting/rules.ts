/** An item of an agenda, as far as it says who may read it and why not everybody may. */
export type Openness = { visibility: 'public' | 'neighbours' | 'internal'; legalGround?: string | null | undefined }

const openness = ['internal', 'neighbours', 'public'] as const

/** Whether more people would read an item than see its meeting. */
export const isMoreOpen = (item: Pick<Openness, 'visibility'>, meeting: Pick<Openness, 'visibility'>): boolean =>
  openness.indexOf(item.visibility) > openness.indexOf(meeting.visibility)

/** Whether a published agenda would withhold an item from some who see the meeting without saying by which law (offentleglova § 31). */
export const lacksGround = (item: Openness, meeting: Pick<Openness, 'visibility'>): boolean =>
  isMoreOpen(meeting, item) && !item.legalGround?.trim()

type Status = 'planned' | 'held' | 'moved' | 'cancelled'
type Step = 'move' | 'cancel' | 'restore' | 'hold'

// A meeting that was held is never planned again; what was recorded wrongly is corrected.
const from: Record<Step, readonly Status[]> = {
  move: ['planned', 'moved', 'cancelled'],
  cancel: ['planned', 'moved'],
  restore: ['cancelled'],
  hold: ['planned'],
}

/** Why a step may not be taken with a meeting, as a code that forms say; undefined when it may. Days are midnight UTC. */
export function refusalOf(
  step: Step,
  { status, heldOn }: { status: Status; heldOn: Date },
  today: Date,
): string | undefined {
  if (!from[step].includes(status)) return `is_${status}`
  return step === 'hold' && heldOn > today ? 'in_future' : undefined
}

/** Whether `order` names each of the items once and nothing else. */
export const isOrderOf = (order: readonly string[], items: readonly string[]): boolean =>
  order.length === items.length && new Set(order).size === order.length && items.every((id) => order.includes(id))
