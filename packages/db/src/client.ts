import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'
import { oneStatement, readOperations, type Tree } from './one-statement.ts'
import type { ReaderRole } from './roles.ts'

export type Db = PrismaClient

export type ClientSettings = { poolSize: number; statementTimeoutMs: number }

/** A Prisma client that reads as `role`: the row policies decide what it sees, and it can write nothing. */
export function readerClient(url: string, role: ReaderRole, { poolSize, statementTimeoutMs }: ClientSettings): Db {
  const options = `-c role=${role} -c default_transaction_read_only=on -c jit=off -c statement_timeout=${statementTimeoutMs}`
  const pool = new Pool({ connectionString: url, max: poolSize, options })
  const nameOf = namedStatements()
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => nameOf(sql),
    disposeExternalPool: true,
  })
  const client = new PrismaClient({ adapter })
  return withReads(client, async (model, operation, args, byPrisma) => {
    const statement = oneStatement(model, operation, args)
    if (!statement) return byPrisma()
    const { text, values, treeOf } = statement
    const { rows } = await pool.query<Tree>({ name: nameOf(text), text, values })
    return treeOf(rows)
  })
}

type Args = Record<string, unknown>
type Delegate = Record<string, (args: Args) => unknown>
type Read = (model: string, operation: string, args: Args, byPrisma: () => unknown) => unknown

// A transaction's own client stays Prisma's: what is read there belongs to its connection.
function withReads(client: PrismaClient, read: Read): PrismaClient {
  const delegates = Object.keys(Prisma.ModelName).map((model): [string, Delegate] => {
    const key = model.charAt(0).toLowerCase() + model.slice(1)
    const delegate = client[key as 'body'] as unknown as Delegate
    const reads = readOperations.map((operation): [string, Delegate[string]] => [
      operation,
      (args = {}) => read(model, operation, args, () => delegate[operation]?.(args)),
    ])
    return [key, overlaid(delegate, Object.fromEntries(reads))]
  })
  return overlaid(client, Object.fromEntries(delegates))
}

function overlaid<Base extends object>(base: Base, over: Partial<Record<string | symbol, unknown>>): Base {
  return new Proxy(base, { get: (target, key) => over[key] ?? (target as typeof over)[key] })
}

const mostStatements = 500

// A named statement is parsed and planned once per connection. Callers write their own queries, so the names must end somewhere.
function namedStatements(): (sql: string) => string {
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known || names.size >= mostStatements) return known ?? ''
    names.set(sql, `s${names.size}`)
    return names.get(sql) ?? ''
  }
}
