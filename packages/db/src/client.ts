import { PrismaPg } from '@prisma/adapter-pg'
import type { ClientBase, Pool, QueryConfig } from 'pg'
import { byId, idAskedFor } from './by-id.ts'
import { Prisma, PrismaClient } from './generated/prisma/client.ts'
import { oneStatement, readOperations, type Tree } from './one-statement.ts'
import { PlanningPool } from './planning-pool.ts'
import { courierRole, porterRole, type ReaderRole, type Role } from './roles.ts'
import { SetupError } from './setup-error.ts'

export type Db = PrismaClient

// Who waits longer for a connection is told that we are busy.
const connectionTimeoutMillis = 5_000
// A new connection plans its first statements, which takes most of a second for the largest ones of the desk.
const idleTimeoutMillis = 300_000
// A connection that is renewed forgets the plans of what nobody asks any more.
const maxLifetimeSeconds = 3_600

// The desk's own statements are together 200,000 characters. Anybody may write statements for the other doors.
const mostPlanned = (role: Role) => (role === 'samrad_signed_in' ? 300_000 : 150_000)

export type ClientSettings = { poolSize: number; statementTimeoutMs: number }

/** A Prisma client that reads as `role`: the row policies decide what it sees, and it can write nothing. */
export function readerClient(url: string, role: ReaderRole, settings: ClientSettings): Db {
  const { pool, client } = open(url, role, settings, '-c default_transaction_read_only=on')
  const read: Read = async (model, operation, args) => {
    const statement = oneStatement(model, operation, args)
    if (!statement) return delegateOf(client, model)[operation]?.(args)
    const { text, values, treeOf } = statement
    return treeOf(await rowsOf(pool, { name: pool.names.of(text), text, values }))
  }
  const readById = byId((model, args) => read(model, 'findMany', args) as Promise<{ id: string }[]>)
  const reads: Read = (model, operation, args) => {
    const id = idAskedFor(operation, args)
    return id === undefined ? read(model, operation, args) : readById(model, id, args)
  }
  return overlaid(client, { ...delegatesOf(client, reads), $disconnect: disconnecting(client, pool) })
}

/** Reads and writes in transactions, each of one viewer. */
export type ViewerDb = {
  /**
   * Runs `work` in one transaction. `enter` is its first statement: it tells the row policies who is asking. All that
   * is written holds when `work` and then the transaction succeed, else nothing.
   */
  transaction: <Result>(enter: Prisma.Sql, work: (db: Db, entered: unknown) => Promise<Result>) => Promise<Result>
  disconnect: () => Promise<void>
}

/** Transactions as `role`, whose row policies go by what `enter` found. */
export function viewerClient(
  url: string,
  role: Exclude<ReaderRole, 'samrad_public'>,
  settings: ClientSettings,
): ViewerDb {
  const { pool, client } = open(url, role, settings)
  const limits = { maxWait: connectionTimeoutMillis, timeout: 10 * settings.statementTimeoutMs }
  return {
    transaction: (enter, work) =>
      client.$transaction(async (transaction) => {
        const [first] = await transaction.$queryRaw<{ entered: unknown }[]>`SELECT ${enter} AS entered`
        return work(transaction as Db, first?.entered)
      }, limits),
    disconnect: disconnecting(client, pool),
  }
}

/** The client that lets people in and out: accounts, sessions and sign-ins under way, and nothing else. */
export const porterClient = (url: string, settings: ClientSettings): Db => clientOf(url, porterRole, settings)

/** The client that carries post: letters that are due, and whose news are to be looked through. */
export const courierClient = (url: string, settings: ClientSettings): Db => clientOf(url, courierRole, settings)

function clientOf(url: string, role: Role, settings: ClientSettings): Db {
  const { pool, client } = open(url, role, settings)
  return overlaid(client, { $disconnect: disconnecting(client, pool) })
}

function open(url: string, role: Role, { poolSize, statementTimeoutMs }: ClientSettings, more = '') {
  // A tree takes long to plan and hardly ever gains from a plan for its very values.
  const plans = '-c jit=off -c plan_cache_mode=force_generic_plan'
  const settings = `-c role=${role} ${plans} -c statement_timeout=${statementTimeoutMs} ${more}`
  const { connectionString, options } = withSettings(url, settings)
  const onConnect = (connection: ClientBase) => assertRole(connection, role)
  const pool = new PlanningPool(mostPlanned(role), {
    connectionString,
    options,
    max: poolSize,
    connectionTimeoutMillis,
    idleTimeoutMillis,
    maxLifetimeSeconds,
    onConnect,
  })
  // An idle connection that breaks; the next query takes another.
  pool.on('error', ignore)
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => pool.names.of(sql),
  })
  return { pool, client: new PrismaClient({ adapter }) }
}

const disconnecting = (client: PrismaClient, pool: Pool) => async () => {
  await client.$disconnect()
  // Prisma knows of a pool only when it has asked something itself.
  await pool.end()
}

async function rowsOf(pool: Pool, query: QueryConfig): Promise<Tree[]> {
  const connection = await pool.connect()
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
async function assertRole(connection: ClientBase, role: Role): Promise<void> {
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
