import { newId, Prisma, type Db, type Period } from '@samrad/db'
import { badInput } from '../errors.ts'
import { isInForce } from '../in-force.ts'
import { ownerOf, type Noun, type Part, type PartValue, type PartyValue, type State } from './parts.ts'
import { partyRows } from './party-rows.ts'
import { planChange, planCorrection, untilNext, type Plan, type Row, type Wanted } from './rules.ts'
import { isWhollyUnseen, seenOf, unseenIn, withUnseen } from './unseen.ts'

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
    const given = state[name]
    if (!given) continue
    const all = await storedRows(db, noun, part, owner.id)
    const unseen = await unseenIn(
      db,
      part,
      all.map((row) => valueOf(part, row)),
    )
    const stored = all.filter((row) => !isWhollyUnseen(part, valueOf(part, row), unseen))
    assertOwn(name, given, stored, when.on)
    const values = withoutDoubles(part, keepingUnseen(part, given, stored, unseen, when.on))
    const wanted = values.map((value): Wanted => ({ id: value.id, ...said(part, value) }))
    const rows = stored.map((row): Row => ({
      ...row,
      ...said(part, valueOf(part, row, endSaid(part, row, stored, owner))),
    }))
    assertEnds(name, part, values, rows, when.on, owner)
    // What has days of its own, or none, is said as it is, whenever that is.
    const plan =
      when.act === 'change' && !part.time
        ? planChange(rows, wanted, when.on, owner)
        : planCorrection(rows, wanted, when.on, owner)
    const added = await carryOut(db, { name, noun, part, owner, values, stored, rows, plan, when, language })
    for (const { before, id } of added) if (before) successions.push({ part: name, before, after: id })
  }
  return successions
}

/** Each value with what the row it is about holds and the viewer does not see: sent back as it was seen, it stays as it is. */
function keepingUnseen(
  part: Part,
  values: PartValue[],
  stored: Stored[],
  unseen: ReadonlySet<string>,
  on: Date,
): PartValue[] {
  if (!unseen.size) return values
  const left = stored
    .filter((row) => isInForce(row, on))
    .map((row) => valueOf(part, row))
    .map((value) => ({ value, ...said(part, seenOf(part, value, unseen)) }))
  const take = (is: (one: (typeof left)[number]) => boolean) => {
    const nth = left.findIndex(is)
    return nth < 0 ? undefined : left.splice(nth, 1)[0]
  }
  return values.map((value) => {
    const { key, content } = said(part, value)
    const found =
      take((one) => value.id !== undefined && one.value.id === value.id) ??
      take((one) => one.content === content) ??
      take((one) => value.id === undefined && one.key === key)
    return found ? withUnseen(part, value, found.value, unseen) : value
  })
}

/** The end that was said of a row: not the one it has because the next begins, or its owner ends. */
function endSaid(part: Part, row: Stored, stored: Stored[], owner: Owner): Date | null {
  if (!part.hasEnd || !row.validTo) return null
  const rows = stored.map((one): Row => ({ ...one, ...said(part, valueOf(part, one)) }))
  const one = rows.find(({ id }) => id === row.id) as Row
  const limit = untilNext(rows, one, row.validFrom ?? new Date(0), owner)
  return limit !== null && row.validTo >= limit ? null : row.validTo
}

/** An end that is said is within what there is room for. */
function assertEnds(name: string, part: Part, values: PartValue[], rows: Row[], on: Date, owner: Owner): void {
  if (!part.hasEnd) return
  for (const [nth, value] of values.entries()) {
    const to = value.columns['validTo'] as Date | null
    const next = untilNext(rows, { id: value.id, ...said(part, value) }, on, owner)
    const path = `state.${name}.${nth}.to`
    if (to && to <= on) throw badInput({ [path]: 'backwards' })
    if (to && next && to > next)
      throw badInput({ [path]: owner.validTo && to > owner.validTo ? 'outside_period' : 'overlaps' })
  }
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
function said(
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
function valueOf(part: Part, row: Stored, to: Date | null = row.validTo): PartValue {
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

type Work = {
  name: string
  noun: Noun
  part: Part
  owner: Owner
  values: PartValue[]
  stored: Stored[]
  rows: Row[]
  plan: Plan
  when: When
  language: string
}

async function carryOut(db: Db, work: Work): Promise<{ id: string; before: string | undefined }[]> {
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
    const validFrom = stored.find((row) => row.id === id)?.validFrom ?? null
    await table.update({
      where: { id },
      data: { ...columnsOf(part, value), ...endOf(part, value, work.rows, validFrom, work.owner) },
    })
    await rewriteWithin(db, part, id, value)
  }
  if (part.isOrdered)
    for (const { nth, id } of [...plan.keep, ...plan.rewrite])
      if (stored.find((row) => row.id === id)?.position !== nth)
        await table.update({ where: { id }, data: { position: nth } })
  return addRows(db, work)
}

/** Removes rows of a part that never should have been there, or never will be. Refused, at `path`, for seats that somebody has to do with. */
export async function removeRows(db: Db, { inUse }: Part, ids: string[], path: string, fault = 'in_use') {
  if (!ids.length) return
  // Also where the viewer does not see who it is.
  const [used] = inUse ? await db.$queryRaw<{ any: boolean }[]>`SELECT ${Prisma.raw(inUse)}(${ids}::uuid[]) AS any` : []
  if (used?.any) throw badInput({ [path]: fault })
  await db.fact.deleteMany({ where: { id: { in: ids } } })
}

const endKnowledge = (when: When) => (when.act === 'change' ? when.knowledge : 'day')

async function addRows(db: Db, { noun, part, owner, values, rows, plan, when, language }: Work) {
  const added = plan.add.map(({ nth, period, before }) => ({
    nth,
    period,
    before,
    id: newId(),
    value: values[nth] as PartValue,
  }))
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
      ...(part.time
        ? {}
        : { ...period, ...knowledgeOf(period, owner, when), ...endOf(part, value, rows, period.validFrom, owner) }),
    })),
  })
  await addWithin(db, part, added)
  return added
}

/** The end that is said with a row, or that it has anyway: when the next begins, or its owner ends. */
function endOf(part: Part, value: PartValue, rows: Row[], from: Date | null, owner: Owner) {
  if (!part.hasEnd) return {}
  const { validTo, toIs } = value.columns
  if (validTo) return { validTo, toIs }
  const limit = untilNext(rows, { id: value.id, ...said(part, value) }, from ?? new Date(0), owner)
  return { validTo: limit, toIs: limit && (limit.getTime() === owner.validTo?.getTime() ? owner.toIs : 'day') }
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
