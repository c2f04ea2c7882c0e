import {
  blank,
  faultsOfRow,
  nothingKnown,
  readRow,
  toldRow,
  typedRow,
  type Draft,
  type Field,
  type Saying,
} from './kinds'

const nothingToSay: Saying = { known: nothingKnown, parties: new Map() }

/** A form with nothing typed. */
export const emptyDraft = (fields: readonly Field[]): Draft => blank(fields)

/** A thing as it stands in its form. */
export const draftOf = (thing: object, fields: readonly Field[]): Draft => typedRow(thing, fields)

/** What somebody has typed into the form. */
export const draftFrom = (form: FormData, fields: readonly Field[]): Draft => readRow(form, fields)

/** What is wrong with what was typed, before the API is told. */
export const faultsOf = (draft: Draft, fields: readonly Field[], saying = nothingToSay): Record<string, string> =>
  faultsOfRow(draft, fields, saying)

/** What the API is to be told: only what differs, so that the rest is left as it is. */
export function stateOf(
  draft: Draft,
  before: Draft,
  fields: readonly Field[],
  saying: Saying,
): Record<string, unknown> {
  const different = fields.filter(({ name }) => JSON.stringify(draft[name]) !== JSON.stringify(before[name]))
  return toldRow(draft, different, saying)
}

/** All that the API is to be told, of what is given whole. */
export const toldOf = (draft: Draft, fields: readonly Field[], saying = nothingToSay): Record<string, unknown> =>
  toldRow(draft, fields, saying)
