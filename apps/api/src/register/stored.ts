import type { Db, Period } from '@samrad/db'
import { ownerOf, type Noun, type Part, type PartValue, type PartyValue } from './parts.ts'

/** What has the parts. */
export type Owner = Period & { id: string; fromIs: string | null; toIs: string | null }
/** A row of a part. */
export type Stored = Period & {
  id: string
  position?: number
  fromIs: string | null
  toIs: string | null
  fact: { parties: StoredParty[] }
  clauses?: { text: string; position: number }[]
  /** The row with its own days, where these are not how long it holds. */
  said?: Record<string, unknown>
} & Record<string, unknown>
type StoredParty = Record<
  'id' | 'byPartyId' | 'seatId' | 'organisationId' | 'postId' | 'bodyId' | 'roleTitle',
  string | null
>

type Delegate = {
  findMany: (args: object) => Promise<Stored[]>
  createMany: (args: object) => Promise<unknown>
  update: (args: object) => Promise<unknown>
}

export const delegateOf = (db: Db, model: string) =>
  db[(model.charAt(0).toLowerCase() + model.slice(1)) as 'body'] as unknown as Delegate

export async function storedRows(db: Db, noun: Noun, part: Part, ownerId: string): Promise<Stored[]> {
  const rows = await delegateOf(db, part.model).findMany({
    where: { [ownerOf(noun, part)]: ownerId },
    include: {
      fact: { select: { parties: { orderBy: { position: 'asc' } } } },
      ...(part.hasClauses ? { clauses: { orderBy: { position: 'asc' } } } : {}),
    },
    ...(part.isOrdered ? { orderBy: { position: 'asc' } } : {}),
  })
  return part.time ? rows.map((row) => ({ ...row, validFrom: null, validTo: null, said: row })) : rows
}

const end = ['validTo', 'toIs']

const pick = (columns: readonly string[], from: Record<string, unknown>) =>
  columns.map((column) => from[column] ?? null)

/** What a value is about, and all it says, as text to compare. */
export function said(
  part: Part,
  { columns, parties = [], clauses = [] }: PartValue,
): { key: string; content: string; slot: string } {
  const key = canonical(pick(part.key, columns))
  const content = canonical([
    pick(part.columns, columns),
    part.hasParties ? parties.map(partyText) : [],
    part.hasClauses ? clauses : [],
    part.hasEnd ? pick(end, columns) : [],
  ])
  return { key, content, slot: part.isMany ? content : key }
}

const partyKinds = ['seatId', 'organisationId', 'postId', 'bodyId', 'roleTitle'] as const
const partyText = (party: PartyValue): unknown[] => [
  ...pick(partyKinds, party),
  ...(party.by ? pick(partyKinds, party.by) : []),
]

// JSON from the database has its keys in an order of its own.
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** What a stored row says. */
export function valueOf(part: Part, row: Stored, to: Date | null = row.validTo): PartValue {
  return {
    id: row.id,
    columns: {
      ...Object.fromEntries(part.columns.map((column) => [column, (row.said ?? row)[column]])),
      ...(part.hasEnd ? { validTo: to, toIs: to && row.toIs } : {}),
    },
    parties: part.hasParties ? partiesOf(row.fact.parties) : undefined,
    clauses: row.clauses?.map(({ text }) => text),
  }
}

function partiesOf(stored: StoredParty[]): PartyValue[] {
  const read = (party: StoredParty): PartyValue => {
    const by = stored.find(({ id }) => id === party.byPartyId)
    const target = Object.fromEntries(partyKinds.flatMap((kind) => (party[kind] ? [[kind, party[kind]]] : [])))
    return { ...target, ...(by ? { by: read(by) } : {}) }
  }
  const acting = new Set(stored.map(({ byPartyId }) => byPartyId))
  return stored.filter(({ id }) => !acting.has(id)).map(read)
}
