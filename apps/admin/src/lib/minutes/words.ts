import type { ItemData } from '../meetings/asked'
import type { Words } from './merge-text'

/** What the minutes say of an item, as it stands in its fields, and which version that is. */
export type Seen = Words & { version: number }

export const seenOf = ({ entry }: Pick<ItemData, 'entry'>): Seen => ({
  text: entry?.text ?? '',
  decision: entry?.decision ?? '',
  version: entry?.version ?? 0,
})

export const isSame = (one: Words, other: Words): boolean => one.text === other.text && one.decision === other.decision

/** What is sent when minutes are written: what there was, and what there is to be. */
export function formOf(item: string, base: Seen, mine: Words, key: string): FormData {
  const form = new FormData()
  const said = {
    item,
    version: String(base.version),
    'base.text': base.text,
    'base.decision': base.decision,
    ...mine,
    _key: key,
  }
  for (const [name, value] of Object.entries(said)) form.set(name, value)
  return form
}
