import type { RowCollector } from './collector.ts'
import { begin, statesOf, type Item, type Path } from './identity.ts'

/** An area with its parts and counts. */
export function areaRows(collector: RowCollector, area: Item<'areas'>, path: Path): void {
  const { id, key, owner, around } = begin(collector, 'area', 'area_id', area, path)
  for (const state of statesOf(area)) {
    const values = { area_id: id, kind: state.kind, name: state.name, name_variants: state.variants }
    collector.fact('area_version', [key], values, state, owner, around)
  }
  area.parts.forEach((part, index) =>
    collector.fact(
      'area_part',
      [key, part],
      { whole_id: id, part_id: collector.idOf('area', part, [...path, 'parts', index]) },
      area,
      owner,
      around,
    ),
  )
  area.population.forEach(({ on, count, wording = null, source }) =>
    collector.undatedFact(
      'population_count',
      [key, on],
      { area_id: id, counted_on: on, count, wording },
      source,
      owner,
      around,
    ),
  )
}
