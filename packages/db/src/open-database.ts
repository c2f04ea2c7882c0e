import { isAbsolute, join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'
import { SetupError } from './setup-error.ts'

const projectFolder = join(import.meta.dirname, '../../..')

export type Database = {
  /** Connection string of the owner: migrates and loads. Readers set their role on it. */
  url: string
  isEmbedded: boolean
  /** Where the embedded one keeps its data. */
  folder?: string
  /** Stops the embedded server unless another program uses it. */
  close: () => Promise<void>
}

/** What decides which database is used: `DATABASE_URL`, else `SAMRAD_DATA_DIR`. */
export type DatabaseEnvironment = Record<string, string | undefined>

/** Opens the database the environment names, or the embedded one in `SAMRAD_DATA_DIR` (default `./data`). */
export async function openDatabase(environment: DatabaseEnvironment): Promise<Database> {
  if (environment['DATABASE_URL']) {
    await assertServerIsNewEnough(environment['DATABASE_URL'])
    return { url: environment['DATABASE_URL'], isEmbedded: false, close: async () => {} }
  }
  const named = environment['SAMRAD_DATA_DIR'] || 'data'
  const folder = isAbsolute(named) ? named : join(projectFolder, named)
  const server = await startEmbedded(folder)
  await createDatabase(server.url('postgres'), 'samrad')
  return {
    url: server.url('samrad'),
    isEmbedded: true,
    folder: server.folder,
    close: server.stop,
  }
}

// Two programs may start on one new server at once.
const alreadyThere = ['42P04', '23505']

/** Creates a database on the server unless it exists. `template` names a database to copy. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return
    const copy = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : ''
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${copy}`).catch((error: { code?: string }) => {
      if (!alreadyThere.includes(error.code ?? '')) throw error
    })
  } finally {
    await client.end()
  }
}

async function assertServerIsNewEnough(url: string): Promise<void> {
  if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new SetupError(
      'DATABASE_URL must look like postgresql://account:password@host:5432/database, with @ and / in the password as %40 and %2F.',
    )
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  const { host, pathname } = new URL(url)
  await client.connect().catch((cause: Error) => {
    throw new SetupError(`DATABASE_URL: no connection to ${host}${pathname}: ${cause.message}`, { cause })
  })
  try {
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`)
    const major = Math.floor(Number(rows[0]?.version) / 10_000)
    if (major < 15) throw new SetupError(`DATABASE_URL names PostgreSQL ${major}. Samråd needs version 15 or newer.`)
  } finally {
    await client.end()
  }
}
