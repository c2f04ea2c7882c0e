import type { Around, RowCollector } from './collector.ts'
import { identity, statesOf, type Item, type Path } from './identity.ts'

/** An organisation with what it is a part of and whom it serves. */
export function organisationRows(collector: RowCollector, organisation: Item<'organisations'>, path: Path): void {
  const { key } = organisation
  const id = collector.id('organisation', key)
  const owner = { column: 'organisation_id', id }
  const around: Around = { path, sources: organisation.source ?? [] }
  const home = organisation.national ? { home_municipality_id: null } : {}
  collector.fact(
    'organisation',
    [key],
    { ...identity(collector, organisation, key), ...home },
    organisation,
    owner,
    around,
  )
  for (const state of statesOf(organisation)) {
    const values = { organisation_id: id, kind: state.kind, name: state.name, short_name: state.shortName ?? null }
    collector.fact('organisation_version', [key], values, state, owner, around)
  }
  organisation.parents.forEach((parent, index) =>
    collector.fact(
      'organisation_parent',
      [key, parent.organisation],
      {
        organisation_id: id,
        parent_id: collector.idOf('organisation', parent.organisation, [...path, 'parents', index]),
      },
      parent,
      owner,
      around,
    ),
  )
  if (organisation.successor) {
    const { successor } = organisation
    collector.fact(
      'organisation_succession',
      [key, successor.organisation],
      {
        predecessor_id: id,
        successor_id: collector.idOf('organisation', successor.organisation, [...path, 'successor']),
      },
      successor,
      owner,
      around,
    )
  }
  organisation.areas.forEach((served, index) => {
    const values = {
      organisation_id: id,
      area_id: collector.idOf('area', served.area, [...path, 'areas', index]),
      is_border_equal: served.isBorderEqual ?? null,
    }
    collector.fact('organisation_area', [key, served.area], values, served, owner, around)
  })
}
