import type { FieldRef } from '@pothos/core'
import type { Period as Bounds } from '@samrad/db'
import { open, type Types } from './builder.ts'
import { dated, versionAt } from './in-force.ts'
import { SourceReference } from './modules/source/source.ts'
import { Period, periodColumns, type PeriodRow } from './period.ts'

type Field = FieldRef<Types>
type FieldBuilder = { field: (options: never) => unknown }
type Nested = (selection: object) => object
type Cited = { language: Field; sources: Field }
type Source = { documentId: string; place: string | null; quote: string | null }
type Fact = { language: string | null; sources: Source[] } | null

const languageText =
  'Language of the words that are the municipality’s own (`nb`, `nn`, `sv` …); null when they have none.'
const sourcesText = 'Where it is said, in the words of the source.'
const ofFact = { fact: { select: { language: true } } }
const sourcesOf = (sources: object) => ({ fact: { select: { sources } } })

/** The fields that everything dated has: when it held, in which language its words are, and where that is said. */
export function factFields(t: FieldBuilder): Cited & { period: Field } {
  return { period: periodField(t), ...citedFields(t) }
}

/** The same without a period, for what is on a day. */
export function citedFields(t: FieldBuilder): Cited {
  return {
    language: t.field({
      ...open(languageText),
      type: 'String',
      nullable: true,
      select: ofFact,
      resolve: ({ fact }: { fact: Fact }) => fact?.language ?? null,
    } as never) as Field,
    sources: t.field({
      ...open(sourcesText),
      type: [SourceReference],
      select: (_args: object, _context: object, nested: Nested) => sourcesOf(nested({ orderBy: { position: 'asc' } })),
      resolve: ({ fact }: { fact: Fact }) => fact?.sources ?? [],
    } as never) as Field,
  }
}

type Versioned = { fact: Fact; versions: (Bounds & { fact: Fact })[] }

/** The same for what has versions: its words are those of the version on the date, and that version's sources come first. */
export function versionedFields(t: FieldBuilder): Cited & { period: Field } {
  return {
    period: periodField(t),
    language: t.field({
      ...open(languageText),
      type: 'String',
      nullable: true,
      select: { ...ofFact, versions: { select: { ...dated, ...ofFact } } },
      resolve: ({ fact, versions }: Versioned, _args: object, { asOf }: { asOf: Date }) =>
        versionAt(versions, asOf).fact?.language ?? fact?.language ?? null,
    } as never) as Field,
    sources: t.field({
      ...open(`${sourcesText} Those of the version that held on the date come first.`),
      type: [SourceReference],
      select: (_args: object, _context: object, nested: Nested) => {
        const columns = { documentId: true, place: true, quote: true }
        const sources = nested({ orderBy: { position: 'asc' }, select: columns })
        return { ...sourcesOf(sources), versions: { select: { ...dated, ...sourcesOf(sources) } } }
      },
      resolve: ({ fact, versions }: Versioned, _args: object, { asOf }: { asOf: Date }) =>
        unlike([...(versionAt(versions, asOf).fact?.sources ?? []), ...(fact?.sources ?? [])]),
    } as never) as Field,
  }
}

function periodField(t: FieldBuilder): Field {
  return t.field({
    ...open('When it held, and how well that is known.'),
    type: Period,
    select: periodColumns,
    resolve: (row: PeriodRow) => row,
  } as never) as Field
}

// A thing and its only version rest on the same.
const unlike = (sources: Source[]): Source[] =>
  [
    ...new Map(
      sources
        .map((source) => [JSON.stringify([source.documentId, source.place, source.quote]), source] as const)
        .toReversed(),
    ).values(),
  ].toReversed()
