import type { Db } from '@samrad/db'

/** What a thing is called, and its part of the address where it has one. */
export type Named = { name: string; slug: string | null }

type Asked = { ids: Set<string>; names: Promise<Map<string, Named>> }
const asked = new WeakMap<Db, Asked>()

/** Names of things and accounts by id, as far as the viewer sees them: all that are asked for in one tick, in one statement. */
export function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, Named>> {
  const waiting = asked.get(db)
  if (waiting) {
    for (const id of ids) waiting.ids.add(id)
    return waiting.names
  }
  const all = new Set(ids)
  const names = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    asked.delete(db)
    if (!all.size) return new Map<string, Named>()
    const rows = await db.$queryRaw<(Named & { id: string })[]>`
      SELECT DISTINCT ON (id) id::text, name, slug FROM named_thing WHERE id = ANY (${[...all]}::uuid[]) ORDER BY id, valid_from DESC NULLS LAST`
    return new Map(rows.map(({ id, ...named }) => [id, named]))
  })
  asked.set(db, { ids: all, names })
  return names
}
