import { newId, Prisma, type Db, type Period } from '@samrad/db'
import { badInput } from '../errors.ts'
import { ownerOf, type Noun, type Part, type PartValue } from './parts.ts'
import { partyRows } from './party-rows.ts'
import { untilNext, type Plan, type Row } from './rules.ts'
import { delegateOf, said, type Owner, type Stored } from './stored.ts'

/** When what is written is to hold. */
export type When = { act: 'correct'; on: Date } | { act: 'change'; on: Date; knowledge: Knowledge }
export type Knowledge = 'day' | 'month' | 'season' | 'year' | 'no_later_than' | 'no_earlier_than'

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

/** Writes what a plan says to the rows of a part; which rows it added. */
export async function carryOut(db: Db, work: Work): Promise<{ id: string; before: string | undefined }[]> {
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
