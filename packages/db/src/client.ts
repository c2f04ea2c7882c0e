import { PrismaPg } from '@prisma/adapter-pg'
import { Pool, type ClientBase, type QueryConfig } from 'pg'
import { byId, idAskedFor } from './by-id.ts'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'
import { oneStatement, readOperations, type Tree } from './one-statement.ts'
import type { ReaderRole } from './roles.ts'
import { SetupError } from './setup-error.ts'
import { StatementNames } from './statement-names.ts'

export type Db = PrismaClient

// Who waits longer for a connection is told that we are busy.
const connectionTimeoutMillis = 5_000

export type ClientSettings = { poolSize: number; statementTimeoutMs: number }

/** A Prisma client that reads as `role`: the row policies decide what it sees, and it can write nothing. */
export function readerClient(url: string, role: ReaderRole, { poolSize, statementTimeoutMs }: ClientSettings): Db {
  // A tree takes long to plan and hardly ever gains from a plan for its very values.
  const settings = `-c role=${role} -c default_transaction_read_only=on -c jit=off -c plan_cache_mode=force_generic_plan -c statement_timeout=${statementTimeoutMs}`
  const { connectionString, options } = withSettings(url, settings)
  const onConnect = (connection: ClientBase) => assertRole(connection, role)
  const pool = new Pool({ connectionString, options, max: poolSize, connectionTimeoutMillis, onConnect })
  // An idle connection that breaks; the next query takes another.
  pool.on('error', ignore)
  const names = new StatementNames()
  pool.on('connect', (connection) => names.met(connection))
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => names.of(sql),
  })
  const client = new PrismaClient({ adapter })
  const read: Read = async (model, operation, args) => {
    const statement = oneStatement(model, operation, args)
    if (!statement) return delegateOf(client, model)[operation]?.(args)
    const { text, values, treeOf } = statement
    return treeOf(await rowsOf(pool, names, { name: names.of(text), text, values }))
  }
  const readById = byId((model, args) => read(model, 'findMany', args) as Promise<{ id: string }[]>)
  const reads: Read = (model, operation, args) => {
    const id = idAskedFor(operation, args)
    return id === undefined ? read(model, operation, args) : readById(model, id, args)
  }
  const disconnect = async () => {
    await client.$disconnect()
    // Prisma knows of a pool only when it has asked something itself.
    await pool.end()
  }
  return overlaid(client, { ...delegatesOf(client, reads), $disconnect: disconnect })
}

async function rowsOf(pool: Pool, names: StatementNames, query: QueryConfig): Promise<Tree[]> {
  const connection = await pool.connect()
  if (names.isStale(connection)) {
    connection.release(true)
    return rowsOf(pool, names, query)
  }
  // A connection that breaks says so twice: here and in the answer to the query.
  connection.once('error', ignore)
  try {
    const { rows } = await connection.query<Tree>(query)
    connection.off('error', ignore)
    connection.release()
    return rows
  } catch (error) {
    connection.release(true)
    throw error
  }
}

const ignore = () => undefined

// What the address says of `options` itself would win over ours.
function withSettings(url: string, settings: string) {
  const address = new URL(url)
  const options = [address.searchParams.get('options'), settings].filter(Boolean).join(' ')
  address.searchParams.delete('options')
  return { connectionString: address.href, options }
}

// A pooler that drops start-up parameters would leave us reading as the owner, past every row policy.
async function assertRole(connection: ClientBase, role: ReaderRole): Promise<void> {
  const { rows } = await connection.query<{ name: string }>('SELECT current_user AS name')
  if (rows[0]?.name !== role)
    throw new SetupError(
      `The database gave a connection the role ${rows[0]?.name}, not ${role}. A pooler in between must pass on the start-up parameter «options».`,
    )
}

type Args = Record<string, unknown>
type Delegate = Record<string, (args: Args) => Promise<unknown>>
type Read = (model: string, operation: string, args: Args) => Promise<unknown>

const keyOf = (model: string) => model.charAt(0).toLowerCase() + model.slice(1)
const delegateOf = (client: PrismaClient, model: string) => client[keyOf(model) as 'body'] as unknown as Delegate

// A transaction's own client stays Prisma's: what is read there belongs to its connection.
function delegatesOf(client: PrismaClient, read: Read): Record<string, Delegate> {
  const delegates = Object.keys(Prisma.ModelName).map((model): [string, Delegate] => {
    const reads = readOperations.map((operation): [string, Delegate[string]] => [
      operation,
      (args = {}) => read(model, operation, args),
    ])
    return [keyOf(model), overlaid(delegateOf(client, model), Object.fromEntries(reads))]
  })
  return Object.fromEntries(delegates)
}

function overlaid<Base extends object>(base: Base, over: Partial<Record<string | symbol, unknown>>): Base {
  return new Proxy(base, { get: (target, key) => over[key] ?? (target as typeof over)[key] })
}
