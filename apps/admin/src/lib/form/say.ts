import { kinds, type Draft, type Field } from './kinds'
import type { Known } from './known'

/** What a field of a draft says, a line for each part; empty when it says nothing. */
export function sayField(field: Field, draft: Draft, known: Known): string[] {
  const value = draft[field.name]
  if (field.kind === 'rows')
    return (value as Draft[]).map((row) => kinds.rows.said([row] as never, field, known)).filter(Boolean)
  if (field.kind === 'lines' || field.kind === 'outline') return (value as string).split('\n').filter(Boolean)
  const said = kinds[field.kind].said(value as never, field, known)
  return said ? [said] : []
}

/** What each field is called, also those within rows: `duties.kind`. */
export const labelsOf = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => [
      [field.name, field.label()],
      ...(field.fields ?? []).map((part) => [`${field.name}.${part.name}`, `${field.label()}, ${part.label()}`]),
    ]),
  )
