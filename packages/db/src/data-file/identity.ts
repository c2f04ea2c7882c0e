import type { Around, Owner, RowCollector } from './collector.ts'
import type { Dated } from './atoms.ts'
import type { MunicipalityFile } from './shape.ts'

/** Finds a municipality by its number, present or earlier; undefined when the register has none. */
export type FindMunicipality = (country: string, number: string) => string | undefined

/** Where in the file something stands. */
export type Path = PropertyKey[]
/** One of a list of the file: `Item<'areas'>`. */
export type Item<List extends keyof MunicipalityFile> = MunicipalityFile[List] extends (infer One)[] ? One : never

/** Adds the identity row of something in the file; returns what the rows that belong to it need to know. */
export function begin(
  collector: RowCollector,
  table: string,
  column: string,
  item: Dated & { key: string; visibility?: 'public' | 'neighbours' | 'internal' | undefined },
  path: Path,
) {
  const { key } = item
  const id = collector.id(table, key)
  const owner: Owner = { column, id }
  const around: Around = { path, sources: item.source ?? [] }
  collector.fact(table, [key], identity(collector, item, key), item, owner, around)
  return { id, key, column, owner, around }
}

/** What an identity of the municipality is made of. */
export function identity(
  collector: RowCollector,
  { visibility }: { visibility?: 'public' | 'neighbours' | 'internal' | undefined },
  slug: string,
) {
  return { home_municipality_id: collector.homeId, slug, visibility: visibility ?? collector.file.content.visibility }
}

type MunicipalityReference = { number: string; country: string }

/** In which table and column participation in something is kept, and whose it is. */
export type Joint = { table: string; column: string; id: string; key: string; owner: Owner; around: Around }

/** Who takes part: the home, as long as `home` says, and the others, each for its own time. */
export function participate(
  collector: RowCollector,
  find: FindMunicipality,
  { table, column, id, key, owner, around }: Joint,
  home: Dated,
  others: (Dated & { municipality: MunicipalityReference })[],
): void {
  collector.fact(table, [key, 'home'], { [column]: id, municipality_id: collector.homeId }, home, owner, around)
  others.forEach(({ municipality: { country, number }, ...dated }, index) => {
    const municipalityId = find(country, number)
    if (!municipalityId)
      return collector.fault(
        [...around.path, 'municipalities', index],
        `there is no municipality ${country} ${number} in the register`,
      )
    collector.fact(
      table,
      [key, country, number],
      { [column]: id, municipality_id: municipalityId },
      dated,
      owner,
      around,
    )
  })
}

/** The states of a thing through time: each version laid over what is said of the thing itself, or just that. */
export function statesOf<Item extends Dated & { versions: Dated[] }>(item: Item): (Item & Item['versions'][number])[] {
  const timeless = { from: undefined, to: undefined, confirmed: undefined, planned: undefined }
  return item.versions.length
    ? item.versions.map((version) => ({ ...item, ...timeless, ...version }) as never)
    : [item as never]
}

/** The other municipalities of something they all take part in for as long as it lasts. */
export const sameTime = ({ municipalities, ...dated }: Dated & { municipalities: MunicipalityReference[] }) =>
  municipalities.map((municipality) => ({
    from: dated.from,
    to: dated.to,
    confirmed: dated.confirmed,
    planned: dated.planned,
    municipality,
  }))
