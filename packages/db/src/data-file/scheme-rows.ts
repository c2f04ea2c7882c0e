import type { RowCollector } from './collector.ts'
import { begin, participate, sameTime, statesOf, type FindMunicipality, type Item, type Path } from './identity.ts'

/** A scheme with its levels, events, agreements, target groups and partners. */
export function schemeRows(collector: RowCollector, find: FindMunicipality, scheme: Item<'schemes'>, path: Path): void {
  const begun = begin(collector, 'scheme', 'scheme_id', scheme, path)
  const { id, key, owner, around } = begun
  for (const state of statesOf(scheme)) {
    const values = { scheme_id: id, name: state.name, summary: state.summary ?? null }
    collector.fact('scheme_version', [key], values, state, owner, around)
  }
  participate(collector, find, { table: 'scheme_participation', ...begun }, scheme, sameTime(scheme))
  scheme.levels.forEach((level, position) =>
    collector.fact(
      'scheme_level',
      [level.key],
      { scheme_id: id, position, name: level.name, is_operative: level.isOperative },
      level,
      owner,
      around,
    ),
  )
  scheme.events.forEach((event) =>
    collector.fact(
      'scheme_event',
      [key, event.kind, event.title],
      { scheme_id: id, kind: event.kind, title: event.title, reference: event.reference ?? null },
      event,
      owner,
      around,
    ),
  )
  scheme.agreements.forEach((agreement, index) =>
    collector.fact(
      'agreement',
      [key, agreement.title],
      { scheme_id: id, title: agreement.title, signed_on: agreement.signed ?? null },
      agreement,
      owner,
      { ...around, path: [...path, 'agreements', index] },
      agreement.parties,
    ),
  )
  scheme.targetGroups.forEach((group, index) =>
    collector.fact(
      'target_group',
      [key, String(index)],
      { scheme_id: id, title: group.title, ages: group.ages ?? null },
      group,
      owner,
      around,
    ),
  )
  scheme.partners.forEach((partner, position) =>
    collector.fact(
      'partnership',
      [key, partner.organisation],
      {
        scheme_id: id,
        position,
        organisation_id: collector.idOf('organisation', partner.organisation, [...path, 'partners', position]),
      },
      partner,
      owner,
      around,
    ),
  )
}
