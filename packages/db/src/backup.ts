import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { SetupError } from './setup-error.ts'
import { inTransaction } from './transaction.ts'

// What lasts a day at most, or lets somebody in, is not carried to another database.
const passing = ['session', 'sign_in', 'kept_answer', '_prisma_migrations']
const batch = 500

type Head = { samrad: 'backup'; format: 1; madeAt: string; migrations: string[] }
type Table = { table: string; columns: string[] }
type End = { end: true; rows: number; digest: string }

/** Writes all that a database holds, as it was at one moment, as gzipped lines of JSON. Returns how many rows. */
export async function backUp(url: string, to: Writable): Promise<number> {
  let total = 0
  await inTransaction(url, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await pipeline(
      async function* () {
        const digest = createHash('sha256')
        const line = (value: unknown) => {
          const text = JSON.stringify(value)
          digest.update(text)
          return `${text}\n`
        }
        const head: Head = {
          samrad: 'backup',
          format: 1,
          madeAt: new Date().toISOString(),
          migrations: await migrationsOf(client),
        }
        yield line(head)
        for (const table of await tablesOf(client)) {
          yield line(table)
          for await (const row of rowsOf(client, table)) {
            total++
            yield line(row)
          }
        }
        yield JSON.stringify({ end: true, rows: total, digest: digest.digest('hex') } satisfies End) + '\n'
      },
      createGzip(),
      to,
    )
  })
  return total
}

/**
 * Replaces all that a migrated database holds by what a backup holds: all of it or nothing. Refuses a backup of another
 * version, a broken one, and to replace what somebody has written unless `isReplacing`. Returns how many rows.
 */
export async function restoreFrom(from: Readable, url: string, isReplacing: boolean): Promise<number> {
  const lines = createInterface({ input: from.pipe(createGunzip()), crlfDelay: Infinity })[Symbol.asyncIterator]()
  const digest = createHash('sha256')
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next().catch(() => ({ value: undefined, done: true }))
    if (done || value === undefined) throw new SetupError('The backup is broken: it ends before its end.')
    const parsed = JSON.parse(value) as unknown
    if (!isEnd(parsed)) digest.update(value)
    return parsed
  }
  const head = (await next()) as Partial<Head>
  if (head.samrad !== 'backup' || head.format !== 1) throw new SetupError('This is no backup of Samråd.')

  let total = 0
  await inTransaction(url, async (client) => {
    await assertSameVersion(client, head.migrations ?? [])
    if (!isReplacing) await assertUnwritten(client)
    const tables = (await tablesOf(client)).map(({ table }) => table)
    // What rows bring with them is in the backup too.
    for (const table of tables) await client.query(`ALTER TABLE ${pg.escapeIdentifier(table)} DISABLE TRIGGER USER`)
    await client.query('SET CONSTRAINTS ALL DEFERRED')
    await client.query(
      `TRUNCATE ${[...tables, 'session', 'sign_in', 'kept_answer'].map((name) => pg.escapeIdentifier(name)).join(', ')}`,
    )
    let table: Table | undefined
    let rows: unknown[] = []
    const flush = async () => {
      if (table && rows.length) await insert(client, table, rows)
      total += rows.length
      rows = []
    }
    for (;;) {
      const line = await next()
      if (isEnd(line)) {
        await flush()
        if (line.rows !== total || line.digest !== digest.digest('hex'))
          throw new SetupError('The backup is broken: it does not hold what it says it holds.')
        break
      }
      if (isTable(line)) {
        await flush()
        if (!tables.includes(line.table))
          throw new SetupError(`The backup holds «${line.table}», which is not known here.`)
        table = line
      } else if (rows.push(line) === batch) await flush()
    }
    // What was to be sent when the backup was made has been sent since, or is of yesterday.
    await client.query(
      "UPDATE letter SET failed_at = now(), failure = 'restored' WHERE sent_at IS NULL AND failed_at IS NULL",
    )
    await client.query('UPDATE post_wish SET looked_on = today_in_oslo()')
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    for (const name of tables) await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} ENABLE TRIGGER USER`)
  })
  return total
}

const isEnd = (line: unknown): line is End =>
  typeof line === 'object' && line !== null && (line as End).end === true && 'digest' in line
const isTable = (line: unknown): line is Table =>
  typeof line === 'object' && line !== null && 'table' in line && Array.isArray((line as Table).columns)

async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
  )
  return rows.map(({ name }) => name)
}

async function assertSameVersion(client: pg.ClientBase, migrations: string[]): Promise<void> {
  const here = await migrationsOf(client)
  if (JSON.stringify(here) !== JSON.stringify(migrations))
    throw new SetupError(
      `The backup was made by another version of Samråd: its last change of the database is «${migrations.at(-1)}», here it is «${here.at(-1)}». Restore it with the version that made it, then upgrade.`,
    )
}

async function assertUnwritten(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM act) AS any')
  if (rows[0]?.any) throw new SetupError('Somebody has written in this database. To replace all of it, add --replace.')
}

/** The tables there are, with the columns that hold something of their own. */
async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT relname AS table, array_agg(attname::text ORDER BY attnum) AS columns
       FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        AND relname <> ALL ($1) GROUP BY relname ORDER BY relname`,
    [passing],
  )
  return rows
}

async function* rowsOf(client: pg.ClientBase, { table, columns }: Table): AsyncGenerator<unknown> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  await client.query(
    `DECLARE backup_rows CURSOR FOR SELECT to_jsonb(held) AS row FROM (SELECT ${list} FROM ${pg.escapeIdentifier(table)}) AS held`,
  )
  for (;;) {
    const { rows } = await client.query<{ row: unknown }>(`FETCH ${batch} FROM backup_rows`)
    for (const { row } of rows) yield row
    if (rows.length < batch) break
  }
  await client.query('CLOSE backup_rows')
}

async function insert(client: pg.ClientBase, { table, columns }: Table, rows: unknown[]): Promise<void> {
  const name = pg.escapeIdentifier(table)
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  await client.query(`INSERT INTO ${name} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${name}, $1)`, [
    JSON.stringify(rows),
  ])
}
