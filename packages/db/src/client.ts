import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/prisma/client.ts'
import type { ReaderRole } from './roles.ts'

export type Db = PrismaClient

export type ClientSettings = { poolSize: number; statementTimeoutMs: number }

/** A Prisma client that reads as `role`: the row policies decide what it sees, and it can write nothing. */
export function readerClient(url: string, role: ReaderRole, { poolSize, statementTimeoutMs }: ClientSettings): Db {
  const options = `-c role=${role} -c default_transaction_read_only=on -c jit=off -c statement_timeout=${statementTimeoutMs}`
  const pool = { connectionString: url, max: poolSize, options }
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: namedStatements() }) })
}

const mostStatements = 500

// A named statement is parsed and planned once per connection. Callers write their own queries, so the names must end somewhere.
function namedStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known || names.size >= mostStatements) return known ?? ''
    names.set(sql, `s${names.size}`)
    return names.get(sql) ?? ''
  }
}
