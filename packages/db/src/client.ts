import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/prisma/client.ts'
import type { ReaderRole } from './roles.ts'

export type Db = PrismaClient

export type ClientSettings = { poolSize: number; statementTimeoutMs: number }

/** A Prisma client that reads as `role`: the row policies decide what it sees, and it can write nothing. */
export function readerClient(url: string, role: ReaderRole, { poolSize, statementTimeoutMs }: ClientSettings): Db {
  const options = `-c role=${role} -c default_transaction_read_only=on -c jit=off -c statement_timeout=${statementTimeoutMs}`
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: poolSize, options }) })
}
