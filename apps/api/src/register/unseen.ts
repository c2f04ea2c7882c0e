import { Prisma, type Db } from '@samrad/db'
import type { Part, PartValue, PartyValue } from './parts.ts'

/** Where each column that points at something points. */
const targets: Record<string, string> = {
  organisationId: 'organisation',
  parentId: 'body',
  heldById: 'body',
  bodyId: 'body',
  seatId: 'seat',
  postId: 'coordinator_post',
}
// A relation that is seen where both ends are is not seen at all without; these point on from what is seen.
const pointing = (part: Part): string[] => part.columns.filter((column) => column in targets && !part.otherEnd)
const idsIn = (value: Record<string, unknown>): [table: string, id: string][] =>
  Object.entries(value).flatMap(([column, id]): [string, string][] => {
    const table = targets[column]
    return table && typeof id === 'string' ? [[table, id]] : []
  })
const partyIds = ({ by, ...party }: PartyValue): [string, string][] => [...idsIn(party), ...(by ? partyIds(by) : [])]

/** Ids that rows of a part point at and the viewer does not see. */
export async function unseenIn(db: Db, part: Part, values: readonly PartValue[]): Promise<Set<string>> {
  const all = values.flatMap(({ columns, parties = [] }) => [
    ...idsIn(Object.fromEntries(pointing(part).map((column) => [column, columns[column]]))),
    ...parties.flatMap(partyIds),
  ])
  const unseen = new Set(all.map(([, id]) => id))
  for (const [table, some] of Map.groupBy(all, ([name]) => name)) {
    const ids = [...new Set(some.map(([, id]) => id))]
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM ${Prisma.raw(table)} WHERE id = ANY (${ids}::uuid[])`
    for (const { id } of rows) unseen.delete(id)
  }
  return unseen
}

const isUnseen = (party: PartyValue, unseen: ReadonlySet<string>) => partyIds(party).some(([, id]) => unseen.has(id))

/** What the viewer sees of a value. */
export function seenOf(part: Part, value: PartValue, unseen: ReadonlySet<string>): PartValue {
  const columns = Object.fromEntries(
    Object.entries(value.columns).map(([column, held]) => [column, unseen.has(String(held)) ? null : held]),
  )
  return { ...value, columns, parties: value.parties?.filter((party) => !isUnseen(party, unseen)) }
}

/** Whether a value says nothing but what the viewer does not see: it is not theirs to touch. */
export function isWhollyUnseen(part: Part, value: PartValue, unseen: ReadonlySet<string>): boolean {
  const left = seenOf(part, value, unseen)
  if (value.parties?.length) return !left.parties?.length
  const isLine = part.columns.length > 0 && part.columns.every((column) => column in targets)
  return isLine && part.columns.every((column) => value.columns[column] !== null && left.columns[column] === null)
}

/** What was given, with what the stored value holds beside and the viewer does not see. */
export function withUnseen(part: Part, given: PartValue, stored: PartValue, unseen: ReadonlySet<string>): PartValue {
  const kept = pointing(part).filter(
    (column) => given.columns[column] == null && unseen.has(String(stored.columns[column])),
  )
  return {
    ...given,
    columns: { ...given.columns, ...Object.fromEntries(kept.map((column) => [column, stored.columns[column]])) },
    parties: part.hasParties
      ? [...(given.parties ?? []), ...(stored.parties ?? []).filter((party) => isUnseen(party, unseen))]
      : given.parties,
  }
}
