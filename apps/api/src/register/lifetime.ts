import { Prisma, type Db } from '@samrad/db'
import { badInput } from '../errors.ts'
import type { KnownDayInput } from './inputs.ts'
import { delegate, type KeptNoun, type Thing } from './kept-noun.ts'
import { ownerOf, type Part } from './parts.ts'
import { removeRows } from './carry-out.ts'

/** The parts that last as long as the thing does; others have days of their own, or none. */
const lasting = (parts: Record<string, Part>): Part[] => Object.values(parts).filter(({ time }) => time === undefined)

/** Ends a thing with all it consists of on a day; what was planned for later will not be. */
export async function end<Given extends object>(
  noun: KeptNoun<Given>,
  thing: Thing,
  { on, is }: KnownDayInput,
  db: Db,
): Promise<void> {
  if (thing.validTo) throw badInput({ on: 'ended_already' })
  if (thing.validFrom && thing.validFrom >= on) throw badInput({ on: 'before_it_began' })
  const data = { validTo: on, toIs: is ?? 'day' }
  for (const part of lasting(noun.parts)) {
    const rows = delegate(db, part.model)
    const own = { [ownerOf(noun, part)]: thing.id }
    const later: { id: string }[] = await rows.findMany({
      where: { ...own, validFrom: { gte: on } },
      select: { id: true },
    })
    const ids = later.map(({ id }) => id)
    await removeRows(db, part, ids, 'on', 'in_use_later')
    await rows.updateMany({ where: { ...own, OR: [{ validTo: null }, { validTo: { gt: on } }] }, data })
  }
  await noun.endWithin?.(db, thing.id, on)
  await delegate(db, noun.model).updateMany({ where: { id: thing.id }, data })
}

/** The act by which a thing has ended, when it is known: that it was undone may have been undone again. */
export async function endOf(db: Db, thingId: string): Promise<string | undefined> {
  const ending = { where: { objectId: thingId, kind: 'end' }, orderBy: { at: 'desc' }, select: { id: true } } as const
  let last = await db.act.findFirst(ending)
  for (let isEnded = true; last; isEnded = !isEnded) {
    const next = await db.act.findFirst({ where: { undoesId: last.id }, select: { id: true } })
    if (!next) return isEnded ? last.id : undefined
    last = next
  }
  return undefined
}

/** Takes back that a thing ended: by undoing the act, or, when others stand in the way or nobody knows it, by its day. */
export async function restore<Given extends object>(
  noun: KeptNoun<Given>,
  thing: Thing,
  ending: string | undefined,
  db: Db,
): Promise<void> {
  if (!thing.validTo) throw badInput({ id: 'not_ended' })
  const [undone] = ending ? await db.$queryRaw<{ is: boolean }[]>`SELECT could_undo_act(${ending}::uuid) AS is` : []
  if (undone?.is) return
  const data = { validTo: null, toIs: null }
  // Of what ends on that day only what ended with the thing, where that is known.
  const ended = ending
    ? await db.actChange.findMany({ where: { actId: ending, after: { not: Prisma.DbNull } }, select: { rowId: true } })
    : undefined
  const among = ended ? { id: { in: ended.map(({ rowId }) => rowId) } } : {}
  for (const part of lasting(noun.parts))
    await delegate(db, part.model).updateMany({
      where: { ...among, [ownerOf(noun, part)]: thing.id, validTo: thing.validTo },
      data,
    })
  await noun.restoreWithin?.(db, thing.id, thing.validTo, among)
  await delegate(db, noun.model).updateMany({ where: { id: thing.id }, data })
}
