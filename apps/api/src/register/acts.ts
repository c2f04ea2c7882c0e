import { Prisma, type Db } from '@samrad/db'
import { newId } from '@samrad/db'
import { may, type Place, type Right } from '../auth/rights.ts'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'

/** What an act is about, as the audit keeps it. */
export type Done = {
  kind: string
  /** Type of the thing in the API: `Body`. */
  noun: string
  objectId: string
  /** Whose register it is written in; null for what belongs to no municipality. */
  municipalityId: string | null
  undoesId?: string | undefined
}

/** Does something and notes it: everything `work` writes is one act with one place in the audit. */
export async function act<Result>({ db }: Context, done: Done, work: () => Promise<Result>): Promise<Result> {
  const { kind, noun, objectId, municipalityId, undoesId = null } = done
  await db.$executeRaw`SELECT begin_act(${newId()}::uuid, ${kind}, ${municipalityId}::uuid, ${noun}, ${objectId}::uuid, ${undoesId}::uuid)`
  const result = await work()
  await db.$executeRaw`SELECT seal_act()`
  return result
}

/** Refuses what the viewer may not do in a place. That they see the thing is known already. */
export function assertMay({ viewer }: Context, right: Right, place: Place): void {
  if (!may(viewer.standings, viewer.joint, right, place))
    throw new ApiError('FORBIDDEN', 'Your roles do not include this here.')
}

export const notFound = (): ApiError => new ApiError('NOT_FOUND', 'There is no such thing that you may see.')

/**
 * Takes the next version of a thing for the viewer: whoever else saw the same version comes too late.
 * Throws `CONFLICT` with the present version when `version` is not the present one.
 */
export async function takeVersion(db: Db, id: string, version: number): Promise<void> {
  const { count } = await db.fact.updateMany({ where: { id, version }, data: { version: { increment: 1 } } })
  if (count) return
  const present = await db.fact.findUnique({ where: { id }, select: { version: true } })
  if (!present) throw notFound()
  throw new ApiError('CONFLICT', 'It was changed since you saw it.', { version: present.version })
}

/** Ids that the viewer may refer to, in a table of things: those they see; seats of the bodies they keep, and documents that are theirs or nobody’s. */
export async function usableIds(db: Db, table: string, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const theirs = ownOnly[table] ?? Prisma.empty
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${Prisma.raw(table)} WHERE id = ANY (${ids}::uuid[]) ${theirs}`
  return new Set(rows.map(({ id }) => id))
}

const ownOnly: Record<string, Prisma.Sql> = {
  seat: Prisma.sql`AND viewer_mends_seat(id)`,
  source_document: Prisma.sql`AND viewer_cites(id)`,
}
