import { createHash } from 'node:crypto'

/** What is approved: the words, in the order of the agenda. Days in ISO 8601. */
export type Approved = {
  meeting: string
  heldOn: string
  items: { number: number; title: string; text: string | null; decision: string | null }[]
}

/** The SHA-256 of what is approved, in hexadecimals. */
export function hashOf({ meeting, heldOn, items }: Approved): string {
  const words = items.map(({ number, title, text, decision }) => [number, title, text, decision])
  return createHash('sha256')
    .update(JSON.stringify([meeting, heldOn, words]))
    .digest('hex')
}
