import type { RowCollector } from './collector.ts'

/** Of what only one may hold at a time, the column that says for what. */
const oneAtATime: Record<string, string> = {
  area_version: 'area_id',
  organisation_version: 'organisation_id',
  scheme_version: 'scheme_id',
  post_version: 'post_id',
  body_version: 'body_id',
  arena_version: 'arena_id',
}

type Dated = { valid_from: string | null; valid_to: string | null }

const overlap = (a: Dated, b: Dated): boolean =>
  (!a.valid_to || !b.valid_from || b.valid_from < a.valid_to) &&
  (!b.valid_to || !a.valid_from || a.valid_from < b.valid_to)

/** Finds states that hold at the same time, which the database would refuse without knowing the line. */
export function refuseOverlaps(collector: RowCollector): void {
  const rows = collector.rows()
  for (const [table, column] of Object.entries(oneAtATime)) {
    const ofOne = Map.groupBy(
      rows.filter((row) => row.table === table),
      ({ values }) => values[column],
    )
    for (const states of ofOne.values())
      states.forEach((state, index) => {
        const earlier = states.slice(0, index).find(({ values }) => overlap(values as never, state.values as never))
        if (earlier)
          collector.fault(
            collector.pathOf(state.values.id),
            `two states hold at the same time, ${said(earlier.values as never)} and ${said(state.values as never)}: let the earlier end with to where the later begins with from`,
          )
      })
  }
}

const said = ({ valid_from, valid_to }: Dated) => `${valid_from ?? '…'} to ${valid_to ?? '…'}`
