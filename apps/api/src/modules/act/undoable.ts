import type { Right } from '../../auth/rights.ts'
import type { Context } from '../../context.ts'

/** An act, as far as it tells who may undo it. `undoes` leads back to the act that it undid. */
export type Undone = {
  kind: string
  noun: string
  objectId: string
  municipalityId: string | null
  undoes?: Root | null
}
type Root = { kind: string; undoes?: Root | null }

// Acts on what a thing consists of; all others are about whether it is and who sees it.
const mending = new Set([
  'change',
  'correct',
  'take_seat',
  'leave_seat',
  'cite',
  'remove_citation',
  'move',
  'cancel',
  'call_again',
  'hold',
  'add_item',
  'correct_item',
  'remove_item',
  'order_items',
  'send_minutes',
  'take_minutes_back',
  'add_point',
  'correct_point',
  'close_point',
  'report_point',
  'reopen_point',
  'remove_point',
  'lift_issue',
  'answer_lift',
  'withdraw_lift',
  'close_issue',
  'reopen_issue',
  'merge_issues',
  'relate_issues',
  'unrelate_issues',
])
// What lets somebody in is ended instead: a link, an agreement, a key.
const ended = new Set(['invite', 'accept', 'withdraw', 'share'])
// What was approved never changes, and neither does what was added to it; what was written is written over, a letter is not called back.
const final = new Set([
  'write_minutes',
  'record_attendance',
  'approve_minutes',
  'add_to_minutes',
  'invite_to_meeting',
  'remind_invitees',
  'withdraw_invitee',
  'answer_for_invitee',
])
// Names and addresses of persons are not in the audit: what they were cannot come back.
const forgotten = new Set(['correct_holder', 'remove_holder', 'keep_addresses'])

/** Why acts of this kind are never undone, as a code that forms say; undefined when they are. */
export function neverUndone({ kind, noun, undoes }: Undone): string | undefined {
  // Undoing that somebody took a seat removes them, name and all.
  if (kind === 'undo' && undoes?.kind === 'take_seat') return 'names_not_kept'
  if (ended.has(kind) || final.has(kind) || noun === 'ApiKey') return 'not_undoable'
  return forgotten.has(kind) ? 'names_not_kept' : undefined
}

/** The right that undoing an act takes. What was undone, and undone again, is an act of the kind that began it. */
export function rightToUndo(act: Undone): Right {
  if (act.municipalityId === null) return 'shared:mend'
  let root: Root = act
  while (root.undoes) root = root.undoes
  return mending.has(root.kind) ? 'register:mend' : 'register:keep'
}

/** The thing that a right to an act is asked about: what several keep together is the body of a meeting, not the meeting. */
export async function thingOf({ noun, objectId }: Undone, { db, viewer: { joint } }: Context): Promise<string> {
  if (!joint.size) return objectId
  if (noun === 'Meeting') {
    const meeting = await db.meeting.findUnique({ where: { id: objectId }, select: { bodyId: true } })
    return meeting?.bodyId ?? objectId
  }
  if (noun !== 'Issue') return objectId
  const forums = { select: { bodyId: true } } as const
  const issue = await db.issue.findUnique({ where: { id: objectId }, select: { forums } })
  return issue?.forums.find(({ bodyId }) => joint.has(bodyId))?.bodyId ?? objectId
}

/** Reads an act with what it undid, some steps back; further back it takes the greater right. */
export const undoneColumns = {
  kind: true,
  noun: true,
  objectId: true,
  municipalityId: true,
  undoneBy: { select: { id: true } },
  undoes: {
    select: {
      kind: true,
      undoes: { select: { kind: true, undoes: { select: { kind: true, undoes: { select: { kind: true } } } } } },
    },
  },
} as const
