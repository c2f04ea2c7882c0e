import { Prisma, type Db } from '@samrad/db'
import { badInput } from './errors.ts'
import { limits } from './limits.ts'

export type PageArgs = { first?: number | null; after?: string | null; last?: number | null; before?: string | null }

/** How a list is read: `matching` selects `id` and the text `key` it is sorted by. */
export type List = { matching: Prisma.Sql; isDescending?: boolean }

const byDefault = 50

/**
 * One page of a list that is sorted by something Prisma cannot sort by, such as a name as of a date: finds the ids
 * in one statement, lets `hydrate` fetch the objects in another, and returns them as a Relay connection.
 */
export async function page<Node extends { id: string }>(
  db: Db,
  args: PageArgs,
  list: List,
  hydrate: (ids: string[]) => Promise<Node[]>,
) {
  const isBackwards = args.last != null
  const size = sizeOf(args)
  const found = await findIds(db, args, list, size, isBackwards)
  const rows = found.rows.slice(0, size)
  if (isBackwards) rows.reverse()

  const nodes = rows.length ? await hydrate(rows.map(({ id }) => id)) : []
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const edges = rows.flatMap((row) => {
    const node = byId.get(row.id)
    return node ? [{ cursor: encode(row), node }] : []
  })
  const hasMore = found.rows.length > size
  return {
    totalCount: found.totalCount,
    edges,
    pageInfo: {
      hasNextPage: isBackwards ? args.before != null : hasMore,
      hasPreviousPage: isBackwards ? hasMore : args.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

type Found = { id: string; key: string }

async function findIds(
  db: Db,
  args: PageArgs,
  { matching, isDescending = false }: List,
  size: number,
  isBackwards: boolean,
) {
  const isReading = isDescending !== isBackwards ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const bounds = [
    args.after && bound(args.after, isDescending),
    args.before && bound(args.before, !isDescending),
  ].filter((part) => part instanceof Prisma.Sql)
  const within = bounds.length ? Prisma.sql`WHERE ${Prisma.join(bounds, ' AND ')}` : Prisma.empty
  const rows = await db.$queryRaw<(Found & { total: bigint })[]>`
    WITH matching AS (${matching}),
         paged AS (SELECT id, key FROM matching ${within} ORDER BY key COLLATE norwegian ${isReading}, id ${isReading} LIMIT ${size + 1})
    SELECT paged.id::text, paged.key, total.total
      FROM (SELECT count(*) AS total FROM matching) AS total LEFT JOIN paged ON true
     ORDER BY paged.key COLLATE norwegian ${isReading}, paged.id ${isReading}`
  return { rows: rows.filter(({ id }) => id), totalCount: Number(rows[0]?.total ?? 0) }
}

function bound(cursor: string, isBelow: boolean): Prisma.Sql {
  const { key, id } = decode(cursor)
  const comparison = isBelow ? Prisma.sql`<` : Prisma.sql`>`
  return Prisma.sql`(key COLLATE norwegian, id) ${comparison} (${key} COLLATE norwegian, ${id}::uuid)`
}

function sizeOf({ first, last }: PageArgs): number {
  const name = last == null ? 'first' : 'last'
  if (first != null && last != null) throw badInput({ first: 'ask for first or last, not both' })
  const size = last ?? first ?? byDefault
  if (size < 0) throw badInput({ [name]: 'must be 0 or more' })
  if (size > limits().pageSize)
    throw badInput({ [name]: `at most ${limits().pageSize} at a time; ask for the rest with the cursor` })
  return size
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const encode = ({ key, id }: Found) => Buffer.from(JSON.stringify([key, id])).toString('base64url')

function decode(cursor: string): Found {
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      typeof key === 'string' &&
      typeof id === 'string' &&
      uuidPattern.test(id) &&
      !key.includes('\0') &&
      key.isWellFormed()
    )
      return { key, id }
  } catch {
    // Falls through to the message below.
  }
  throw badInput({ cursor: 'not a cursor of this list' })
}

/** What a list of `size` objects weighs in the cost of a query. */
export const listCost = (args: PageArgs) => ({ multiplier: Math.max(1, args.last ?? args.first ?? byDefault) })
