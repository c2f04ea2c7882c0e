import { createHash } from 'node:crypto'

/** What is to be done, whose it was and when it was due. */
type AgreedPoint = [text: string, owners: string | null, dueOn: string | null]

/** What is approved: the words, what was agreed, and who came, in the order of the agenda. Days in ISO 8601. */
export type Approved = {
  meeting: string
  heldOn: string
  items: { number: number; title: string; text: string | null; decision: string | null; points: AgreedPoint[] }[]
  attendance: { who: string; presence: string; missed: number[] }[]
}

/** The SHA-256 of what is approved, in hexadecimals. */
export function hashOf({ meeting, heldOn, items, attendance }: Approved): string {
  const words = items.map(({ number, title, text, decision, points }) => [number, title, text, decision, points])
  const came = attendance.map(({ who, presence, missed }) => [who, presence, missed])
  return createHash('sha256')
    .update(JSON.stringify([meeting, heldOn, words, came]))
    .digest('hex')
}
