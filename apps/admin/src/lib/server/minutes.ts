import { graphql } from '@samrad/schema/admin'
import { text } from '#lib/form/fields'
import { mergeWords, type Words } from '#lib/minutes/merge-text'
import { isSame, seenOf, type Seen } from '#lib/minutes/words'
import { actAtDesk } from './desk'
import { askMeeting } from './meetings'

const Desk_WriteMinutes = graphql(`
  mutation Desk_WriteMinutes($item: ID!, $version: Int!, $text: String, $decision: String) {
    writeMinutes(item: $item, version: $version, text: $text, decision: $decision) {
      text
      decision
      version
    }
  }
`)

type Asker = Parameters<typeof askMeeting>[0]
const tries = 4

/**
 * Writes what was typed of an item. Somebody else’s words are put together with it where they are in other lines; where
 * they are not, `theirs` are what there is now, and nothing is written.
 */
export async function writeMinutes(event: Asker, form: FormData) {
  const item = text(form, 'item')
  let base: Seen = {
    text: text(form, 'base.text'),
    decision: text(form, 'base.decision'),
    version: Number(text(form, 'version')),
  }
  const typed: Seen = { text: text(form, 'text'), decision: text(form, 'decision'), version: base.version }
  let mine: Words = typed
  for (let nth = 0; nth < tries; nth++) {
    const { text: said, decision } = mine
    const variables = { item, version: base.version, text: said, decision }
    // The key stands for what was typed over what was seen; what is put together is another write.
    if (nth) form.delete('_key')
    const { data, refusal } = await actAtDesk(event, Desk_WriteMinutes, variables, form)
    if (!refusal) return { mine: typed, written: seenOf({ entry: data.writeMinutes }) }
    if (refusal.code !== 'CONFLICT') return { mine: typed, refusal }
    const present = (await askMeeting(event)).agenda.find(({ id }) => id === item)
    if (!present) return { mine: typed, refusal }
    const theirs = seenOf(present)
    const merged = mergeWords(base, mine, theirs)
    if (!merged) return { mine: typed, theirs }
    if (isSame(merged, theirs)) return { mine: typed, written: theirs }
    mine = merged
    base = theirs
  }
  return { mine: typed, theirs: base }
}
