import { kinds, type Draft, type Field } from './kinds'
import type { Known } from './known'

/** What a field of a draft says, a line for each part; empty when it says nothing. */
export function sayField(field: Field, draft: Draft, known: Known): string[] {
  const value = draft[field.name]
  if (field.kind === 'rows') return (value as Draft[]).flatMap((row) => sayRow(field.fields ?? [], row, known))
  // That something is not so goes without saying.
  if (field.kind === 'flag' && value === false) return []
  if (field.kind === 'lines' || field.kind === 'outline') return (value as string).split('\n').filter(Boolean)
  const said = kinds[field.kind].said(value as never, field, known)
  return said ? [said] : []
}

/** A row in one line, its own lines below: «Leder: ordføreren». */
function sayRow(fields: readonly Field[], row: Draft, known: Known): string[] {
  const isLong = ({ kind }: Field) => kind === 'lines'
  const [first = '', ...rest] = fields
    .filter((field) => !isLong(field))
    .map((field) => sayField(field, row, known).join(', '))
    .filter(Boolean)
  const line = [first, rest.join(', ')].filter(Boolean).join(fields[0]?.kind === 'one' ? ': ' : ', ')
  const long = fields.filter(isLong).flatMap((field) => sayField(field, row, known).map((said) => `– ${said}`))
  return [line, ...long].filter(Boolean)
}

/** What each field is called, also those within rows: `duties.kind`. */
export const labelsOf = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => [
      [field.name, field.label()],
      ...(field.fields ?? []).map((part) => [`${field.name}.${part.name}`, `${field.label()}, ${part.label()}`]),
    ]),
  )
