import { landNeighbours, parallelNames } from '@samrad/borders'
import { keyId } from '../ids.ts'
import type { Row } from '../rows.ts'
import { slugOf } from '../slug.ts'
import { readHistories, type History } from './history.ts'

/** The register of Norwegian municipalities as rows: identities, versions, and land neighbours of those that exist. */
export function registerRows(): Row[] {
  const histories = readHistories()
  const slugs = chooseSlugs(histories)
  const names = parallelNames()
  const identities = histories.map((history) => identityRow(history, slugs.get(history) ?? ''))
  const versions = histories.flatMap((history) => history.map((period) => versionRow(history, period, names)))
  const facts = histories.flatMap((history) => history.map((period) => factRow(history, period)))
  return [...identities, documentRow, ...facts, ...versions.map(citationRow), ...versions, ...neighbourRows(histories)]
}

/** The identity of a Norwegian municipality, from its first number after 2010 and the day that number began. */
export const municipalityId = (history: History): string =>
  keyId('municipality', 'NO', history[0]?.number ?? '', history[0]?.from ?? '')

function identityRow(history: History, slug: string): Row {
  return {
    table: 'municipality',
    values: {
      id: municipalityId(history),
      slug,
      country: 'NO',
      ...days(history[0]?.from ?? null, history.at(-1)?.to ?? null),
    },
  }
}

const documentRow: Row = {
  table: 'source_document',
  values: {
    id: keyId('source_document', 'register'),
    slug: 'register',
    title: 'Kommuner og fylker gjennom tiden',
    publisher: 'SSB Klass by way of Bergens Tidende, bord4-data',
    licence: 'MIT, © 2020 Bergens Tidende',
  },
}

const versionId = ({ number, from }: History[number]) => keyId('municipality_version', 'NO', number, from)

function factRow(history: History, period: History[number]): Row {
  return { table: 'fact', values: { id: versionId(period), municipality_id: municipalityId(history) } }
}

function citationRow({ values }: Row): Row {
  return {
    table: 'source_reference',
    values: {
      id: keyId('source_reference', values.id),
      fact_id: values.id,
      document_id: documentRow.values.id,
      position: 0,
      place: String(values['number']),
    },
  }
}

function versionRow(history: History, period: History[number], names: Map<string, string[]>): Row {
  return {
    table: 'municipality_version',
    values: {
      id: versionId(period),
      municipality_id: municipalityId(history),
      country: 'NO',
      number: period.number,
      name: period.name,
      parallel_names: period.to ? [] : (names.get(period.number) ?? []),
      county_number: period.county?.number ?? null,
      county_name: period.county?.name ?? null,
      ...days(period.from, period.to),
    },
  }
}

const days = (from: string | null, to: string | null) => ({
  valid_from: from,
  from_is: from ? 'day' : null,
  valid_to: to,
  to_is: to ? 'day' : null,
})

function neighbourRows(histories: History[]): Row[] {
  const idOf = new Map(
    histories
      .filter((history) => !history.at(-1)?.to)
      .map((history) => [history.at(-1)?.number, municipalityId(history)]),
  )
  return landNeighbours().flatMap(([number, neighbour]) => {
    const [of, is] = [idOf.get(number), idOf.get(neighbour)]
    if (!of || !is) return []
    return [
      {
        table: 'municipality_neighbour',
        values: { id: keyId('municipality_neighbour', of, is), municipality_id: of, neighbour_id: is },
      },
    ]
  })
}

// Those that exist choose first: an ended municipality of the same name carries its number.
function chooseSlugs(histories: History[]): Map<History, string> {
  const alive = histories.filter((history) => !history.at(-1)?.to)
  const ended = histories.filter((history) => history.at(-1)?.to)
  const taken = new Map<string, number>()
  for (const history of alive) taken.set(nameSlug(history), (taken.get(nameSlug(history)) ?? 0) + 1)
  const chosen = new Map(
    alive.map((history) => [
      history,
      taken.get(nameSlug(history)) === 1
        ? nameSlug(history)
        : `${nameSlug(history)}-${slugOf(history.at(-1)?.county?.name ?? '')}`,
    ]),
  )
  for (const history of ended) {
    const slug = taken.has(nameSlug(history)) ? `${nameSlug(history)}-${history.at(-1)?.number}` : nameSlug(history)
    taken.set(slug, 1)
    chosen.set(history, slug)
  }
  return chosen
}

const nameSlug = (history: History) => slugOf(history.at(-1)?.name ?? '')
