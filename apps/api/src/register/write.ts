import type { Db } from '@samrad/db'
import { badInput } from '../errors.ts'
import { isInForce } from '../in-force.ts'
import { carryOut, type When } from './carry-out.ts'
import type { Noun, Part, PartValue, State } from './parts.ts'
import { planChange, planCorrection, untilNext, type Row, type Wanted } from './rules.ts'
import { said, storedRows, valueOf, type Owner, type Stored } from './stored.ts'
import { isWhollyUnseen, seenOf, unseenIn, withUnseen } from './unseen.ts'

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
