import { diff3Merge } from 'node-diff3'

/** What two people made of one text, line by line; undefined when both changed the same lines to different ones. */
export function mergeText(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  const lines = (text: string) => text.split('\n')
  const blocks = diff3Merge(lines(mine), lines(base), lines(theirs))
  return blocks.every(({ ok }) => ok) ? blocks.flatMap(({ ok }) => ok ?? []).join('\n') : undefined
}

export type Words = { text: string; decision: string }

/** The same for both texts of an item. */
export function mergeWords(base: Words, mine: Words, theirs: Words): Words | undefined {
  const text = mergeText(base.text, mine.text, theirs.text)
  const decision = mergeText(base.decision, mine.decision, theirs.decision)
  return text === undefined || decision === undefined ? undefined : { text, decision }
}
