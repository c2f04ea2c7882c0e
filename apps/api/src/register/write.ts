import { newId, Prisma, type Db, type Period } from '@samrad/db'
import { badInput } from '../errors.ts'
import { isInForce } from '../in-force.ts'
import { ownerOf, type Noun, type Part, type PartValue, type PartyValue, type State } from './parts.ts'
import { planChange, planCorrection, type Plan, type Row, type Wanted } from './rules.ts'

/** When what is written is to hold. */
export type When = { act: 'correct'; on: Date } | { act: 'change'; on: Date; knowledge: Knowledge }
export type Knowledge = 'day' | 'month' | 'season' | 'year' | 'no_later_than' | 'no_earlier_than'

type Owner = Period & { id: string; fromIs: string | null; toIs: string | null }
type Stored = Period & {
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

const delegateOf = (db: Db, model: string) =>
  db[(model.charAt(0).toLowerCase() + model.slice(1)) as 'body'] as unknown as Delegate

/** A row that took the place of another on a day. */
export type Succession = { part: string; before: string; after: string }

/**
 * Makes the parts of a thing say what `state` says, at the time `when` says. Returns which rows took the place of which.
 * `language` is that of the words.
 */
export async function writeState(
  db: Db,
  noun: Noun,
  owner: Owner,
  state: State,
  when: When,
  language: string,
): Promise<Succession[]> {
  const successions: Succession[] = []
  for (const [name, part] of Object.entries(noun.parts)) {
    const values = state[name] && withoutDoubles(part, state[name])
    if (!values) continue
    const stored = await storedRows(db, noun, part, owner.id)
    assertOwn(name, values, stored, when.on)
    const wanted = values.map((value): Wanted => ({ id: value.id, ...said(part, value) }))
    const rows = stored.map((row): Row => ({ ...row, ...said(part, valueOf(part, row)) }))
    // What has days of its own, or none, is said as it is, whenever that is.
    const plan =
      when.act === 'change' && !part.time
        ? planChange(rows, wanted, when.on, owner)
        : planCorrection(rows, wanted, when.on, owner)
    const added = await carryOut(db, { name, noun, part, owner, values, stored, plan, when, language })
    for (const { nth, id } of added) {
      const before = values[nth]?.id
      if (before) successions.push({ part: name, before, after: id })
    }
  }
  return successions
}

// Said twice, it is still one of a set.
const withoutDoubles = (part: Part, values: PartValue[]): PartValue[] =>
  part.isOrdered || part.hasParties || part.hasClauses || part.time
    ? values
    : [...new Map(values.map((value) => [said(part, value).content, value])).values()]

/** A row that is named must be one of this thing, in force on the day, and named once. */
function assertOwn(name: string, values: PartValue[], stored: Stored[], on: Date): void {
  const named = values.flatMap(({ id }) => id ?? [])
  const own = new Set(stored.filter((row) => isInForce(row, on)).map(({ id }) => id))
  if (named.some((id) => !own.has(id)) || new Set(named).size < named.length)
    throw badInput({ [`state.${name}`]: 'not_found' })
}

async function storedRows(db: Db, noun: Noun, part: Part, ownerId: string): Promise<Stored[]> {
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
function said(part: Part, { columns, parties = [], clauses = [] }: PartValue): { key: string; content: string } {
  return {
    key: canonical(pick(part.key, columns)),
    content: canonical([
      pick(part.columns, columns),
      part.hasParties ? parties.map(partyText) : [],
      part.hasClauses ? clauses : [],
      part.hasEnd ? pick(end, columns) : [],
    ]),
  }
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
function valueOf(part: Part, row: Stored): PartValue {
  return {
    id: row.id,
    columns: Object.fromEntries(
      [...part.columns, ...(part.hasEnd ? end : [])].map((column) => [column, (row.said ?? row)[column]]),
    ),
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

type Work = {
  name: string
  noun: Noun
  part: Part
  owner: Owner
  values: PartValue[]
  stored: Stored[]
  plan: Plan
  when: When
  language: string
}

async function carryOut(db: Db, work: Work): Promise<{ nth: number; id: string }[]> {
  const { name, part, values, stored, plan } = work
  const table = delegateOf(db, part.model)
  await removeRows(
    db,
    part,
    plan.remove.map(({ id }) => id),
    `state.${name}`,
  )
  for (const { id, on } of plan.end)
    await table.update({ where: { id }, data: { validTo: on, toIs: endKnowledge(work.when) } })
  for (const { nth, id } of plan.rewrite) {
    const value = values[nth] as PartValue
    await table.update({ where: { id }, data: { ...columnsOf(part, value), ...endOf(part, value, work.owner) } })
    await rewriteWithin(db, part, id, value)
  }
  if (part.isOrdered)
    for (const { nth, id } of [...plan.keep, ...plan.rewrite])
      if (stored.find((row) => row.id === id)?.position !== nth)
        await table.update({ where: { id }, data: { position: nth } })
  return addRows(db, work)
}

/** Removes rows of a part that never should have been there, or never will be. Refused, at `path`, for seats that somebody has to do with. */
export async function removeRows(db: Db, { partyColumn, usedBy }: Part, ids: string[], path: string, fault = 'in_use') {
  if (!ids.length) return
  // Also where the viewer does not see who it is.
  const [used] = partyColumn ? await db.$queryRaw<{ any: boolean }[]>`SELECT seats_in_use(${ids}::uuid[]) AS any` : []
  if (used?.any) throw badInput({ [path]: fault })
  if (
    usedBy &&
    (await delegateOf(db, usedBy.model).findMany({ where: { [usedBy.column]: { in: ids } }, take: 1 })).length
  )
    throw badInput({ [path]: fault })
  await db.fact.deleteMany({ where: { id: { in: ids } } })
}

const endKnowledge = (when: When) => (when.act === 'change' ? when.knowledge : 'day')

async function addRows(db: Db, { noun, part, owner, values, plan, when, language }: Work) {
  const added = plan.add.map(({ nth, period }) => ({ nth, period, id: newId(), value: values[nth] as PartValue }))
  if (!added.length) return []
  await db.fact.createMany({
    data: added.map(({ id, value }) => ({
      id,
      language,
      [noun.owner]: owner.id,
      ...(part.otherEnd ? { [part.otherEnd.factColumn]: value.columns[part.otherEnd.column] } : {}),
    })),
  })
  await delegateOf(db, part.model).createMany({
    data: added.map(({ id, nth, period, value }) => ({
      id,
      [ownerOf(noun, part)]: owner.id,
      ...columnsOf(part, value),
      ...(part.isOrdered ? { position: nth } : {}),
      ...(part.time ? {} : { ...period, ...knowledgeOf(period, owner, when), ...endOf(part, value, period) }),
    })),
  })
  await addWithin(db, part, added)
  return added
}

/** The end that is said with a row, or that it has anyway. */
function endOf({ hasEnd }: Part, { columns }: PartValue, { validTo }: Period) {
  if (!hasEnd) return {}
  if (!columns['validTo']) return validTo ? {} : { validTo: null, toIs: null }
  return { validTo: columns['validTo'], toIs: columns['toIs'] }
}

/** How the bounds of a new row are known: those it has from its owner as the owner's, the day of the change as it was given. */
function knowledgeOf({ validFrom, validTo }: Period, owner: Owner, when: When) {
  const same = (a: Date | null, b: Date | null) => a !== null && a.getTime() === b?.getTime()
  const begins = when.act === 'change' && same(validFrom, when.on) ? when.knowledge : 'day'
  return {
    fromIs: validFrom && (same(validFrom, owner.validFrom) ? owner.fromIs : begins),
    toIs: validTo && (same(validTo, owner.validTo) ? owner.toIs : 'day'),
  }
}

const columnsOf = (part: Part, { columns }: PartValue) =>
  Object.fromEntries(part.columns.map((column) => [column, columns[column] ?? emptyOf(part, column)]))

// Prisma tells an empty column of JSON from JSON's own null.
const emptyOf = ({ json = [] }: Part, column: string) => (json.includes(column) ? Prisma.DbNull : null)

async function rewriteWithin(db: Db, part: Part, id: string, value: PartValue): Promise<void> {
  // Who acts for somebody goes before the one they act for.
  if (part.hasParties) await db.party.deleteMany({ where: { factId: id } })
  if (part.hasClauses) await db.mandateClause.deleteMany({ where: { mandateId: id } })
  await addWithin(db, part, [{ id, value }])
}

async function addWithin(db: Db, part: Part, rows: { id: string; value: PartValue }[]): Promise<void> {
  if (part.hasParties) {
    const parties = rows.flatMap(({ id, value }) =>
      (value.parties ?? []).flatMap((party, nth) => partyRows(id, party, nth)),
    )
    await db.party.createMany({ data: parties })
  }
  if (part.hasClauses) {
    const clauses = rows.flatMap(({ id, value }) =>
      (value.clauses ?? []).map((text, position) => ({ id: newId(), mandateId: id, position, text })),
    )
    await db.mandateClause.createMany({ data: clauses })
  }
}

function partyRows(factId: string, { by, ...target }: PartyValue, position: number) {
  const byParty = by && { id: newId(), factId, position: 1000 + position, ...withoutBy(by) }
  const party = { id: newId(), factId, position, ...target, byPartyId: byParty?.id ?? null }
  return byParty ? [byParty, party] : [party]
}

const withoutBy = ({ by: _by, ...target }: PartyValue) => target
