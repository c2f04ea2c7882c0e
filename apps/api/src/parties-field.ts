import type { FieldRef } from '@pothos/core'
import { open, type Types } from './builder.ts'
import { Party } from './modules/party/party.ts'

/** The parties of a fact, those that act for others left to them. */
export function partiesField(t: { field: (options: never) => unknown }, description: string): FieldRef<Types> {
  return t.field({
    ...open(description),
    type: [Party],
    select: (_args: object, _context: object, nested: (selection: object) => object) => ({
      fact: { select: { parties: nested({ where: { actsFor: { none: {} } }, orderBy: { position: 'asc' } }) } },
    }),
    resolve: (row: { fact: { parties: object[] } | null }) => row.fact?.parties ?? [],
  } as never) as FieldRef<Types>
}
