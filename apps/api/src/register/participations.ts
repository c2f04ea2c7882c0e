import { municipalityIdOf } from '../named.ts'
import type { Home } from './kept-noun.ts'
import type { PartValue } from './parts.ts'

/** Who takes part in a thing: its home, whoever else does. `others` are slugs or numbers; undefined when nothing is said. */
export async function participationsOf(
  others: string[] | null | undefined,
  { id, db, asOf }: Home,
): Promise<PartValue[] | undefined> {
  if (!others) return undefined
  const ids = new Set([id])
  for (const other of others) ids.add(await municipalityIdOf(db, other, asOf))
  return [...ids].map((municipalityId) => ({ columns: { municipalityId } }))
}
