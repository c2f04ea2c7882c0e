import type { RowCollector } from './collector.ts'
import { begin, participate, sameTime, statesOf, type FindMunicipality, type Item, type Path } from './identity.ts'

/** An arena with who answers for it and who takes part. */
export function arenaRows(collector: RowCollector, find: FindMunicipality, arena: Item<'arenas'>, path: Path): void {
  const begun = begin(collector, 'arena', 'arena_id', arena, path)
  const { id, key, owner, around } = begun
  for (const version of statesOf(arena)) {
    const { number = null, title, state, cadence = null, place = null, isRotating = null, content = null } = version
    const values = { arena_id: id, number, title, state, cadence, place, is_rotating: isRotating, content }
    collector.fact('arena_version', [key], values, version, owner, around)
  }
  participate(collector, find, { table: 'arena_participation', ...begun }, arena, sameTime(arena))
  arena.areas.forEach((area, index) =>
    collector.fact(
      'arena_area',
      [key, area],
      { arena_id: id, area_id: collector.idOf('area', area, [...path, 'areas', index]) },
      arena,
      owner,
      around,
    ),
  )
  arena.responsible.forEach((responsible, index) =>
    collector.fact(
      'arena_responsibility',
      [key, String(index)],
      { arena_id: id },
      responsible,
      owner,
      { ...around, path: [...path, 'responsible', index] },
      responsible.parties,
    ),
  )
  arena.participants.forEach((participant, position) =>
    collector.fact(
      'arena_participant',
      [key, String(position)],
      { arena_id: id, position, is_on_demand: participant.isOnDemand },
      participant,
      owner,
      { ...around, path: [...path, 'participants', position] },
      participant.parties,
    ),
  )
}
