import type { FieldRef } from '@pothos/core'
import { open, type Types } from './builder.ts'
import { SourceReference } from './modules/source/source.ts'
import { Period, periodColumns, type PeriodRow } from './period.ts'

type Field = FieldRef<Types>
type FieldBuilder = { field: (options: never) => unknown }
type Nested = (selection: object) => object

/** The fields that everything dated has: when it held, in which language its words are, and where that is said. */
export function factFields(t: FieldBuilder): { period: Field; language: Field; sources: Field } {
  return {
    period: t.field({
      ...open('When it held, and how well that is known.'),
      type: Period,
      select: periodColumns,
      resolve: (row: PeriodRow) => row,
    } as never) as Field,
    ...citedFields(t),
  }
}

/** The same without a period, for what is on a day. */
export function citedFields(t: FieldBuilder): { language: Field; sources: Field } {
  return {
    language: t.field({
      ...open('Language of the words that are the municipality’s own (`nb`, `nn`, `sv` …); null when they have none.'),
      type: 'String',
      nullable: true,
      select: { fact: { select: { language: true } } },
      resolve: (row: { fact: { language: string | null } | null }) => row.fact?.language ?? null,
    } as never) as Field,
    sources: t.field({
      ...open('Where it is said, in the words of the source.'),
      type: [SourceReference],
      select: (_args: object, _context: object, nested: Nested) => ({
        fact: { select: { sources: nested({ orderBy: { position: 'asc' } }) } },
      }),
      resolve: (row: { fact: { sources: object[] } | null }) => row.fact?.sources ?? [],
    } as never) as Field,
  }
}
