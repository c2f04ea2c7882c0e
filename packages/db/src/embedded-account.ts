import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { SetupError } from './setup-error.ts'

const execute = promisify(execFile)

/** How PostgreSQL is run by this account, and where its programs and data then are. */
export type Account = {
  folder: string
  /** Who owns the folder: root's own number, or that of the account root runs it as. */
  uid: number | undefined
  run: (program: string, args: string[]) => Promise<string>
}

/** Where root keeps what the unprivileged account must reach when the project is in a private folder. */
const sharedFolder = '/var/lib/samrad'

/**
 * PostgreSQL refuses to run as root. A user namespace gives root another number for the same account, so nothing is
 * created or copied. Where there are none, as in many containers, it runs as `nobody`, on copies if it cannot read ours.
 */
export async function accountFor(native: string, folder: string): Promise<Account> {
  const binaries = join(native, 'bin')
  const uid = process.getuid?.()
  if (uid !== 0) return { folder, uid, run: (program, args) => run(join(binaries, program), args) }
  const nobody = { uid: Number(await run('id', ['-u', 'nobody'])), gid: Number(await run('id', ['-g', 'nobody'])) }
  // PostgreSQL asks for the name of the account it runs as.
  const namespace = ['--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--']
  const owner = await stat(join(folder, 'postgres')).then(
    (data) => data.uid,
    () => uid,
  )
  if (owner !== uid && owner !== nobody.uid)
    throw new SetupError(`The data in ${folder} belongs to another account. Start Samråd as that account.`)
  if (owner === uid && (await succeeds('unshare', [...namespace, 'true'])))
    return { folder, uid, run: (program, args) => run('unshare', [...namespace, join(binaries, program), ...args]) }
  return asNobody(native, folder, nobody)
}

async function asNobody(native: string, folder: string, nobody: { uid: number; gid: number }): Promise<Account> {
  // What runs as nobody is open to all that does: it is not told what this process was told.
  const who = { ...nobody, env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' } }
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 })
  const isReachable = (path: string) => succeeds('test', ['-x', path], who)
  // Only what was not there is given away.
  const make = async (path: string) => {
    const isNew = (await mkdir(path, { recursive: true, mode: 0o700 })) !== undefined
    if (isNew) await chown(path, who.uid, who.gid)
    return path
  }
  const home = (await isReachable(join(await make(folder), '.')))
    ? folder
    : await make(join(sharedFolder, shortHash(folder)))
  const readable = (await isReachable(join(native, 'bin', 'postgres'))) ? native : await copied(native)
  const binaries = join(readable, 'bin')
  return {
    folder: home,
    uid: who.uid,
    run: (program, args) => run(join(binaries, program), args, { ...who, cwd: home }),
  }
}

async function copied(native: string): Promise<string> {
  const { mtimeMs } = await stat(join(native, 'bin', 'postgres'))
  const copy = join(sharedFolder, `postgres-${shortHash(native + String(mtimeMs))}`)
  if (existsSync(copy)) return copy
  const making = `${copy}-${process.pid}`
  await cp(native, making, { recursive: true, verbatimSymlinks: true })
  await putInPlace(making, copy)
  return copy
}

/** Gives a folder that is made whole its name, unless another program was first. */
export async function putInPlace(making: string, place: string): Promise<void> {
  await rename(making, place).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(making, { recursive: true, force: true })
  })
}

export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

type Who = { uid: number; gid: number; env?: Record<string, string>; cwd?: string }

async function run(file: string, args: string[], who?: Who): Promise<string> {
  try {
    const { stdout } = await execute(file, args, { ...who, encoding: 'utf8' })
    return stdout
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : ''
    throw new SetupError(
      `${basename(file)} could not run: ${said || String(cause)}. Start Samråd as an ordinary user, or set DATABASE_URL to a server of version 15 or newer.`,
      { cause },
    )
  }
}

const succeeds = (file: string, args: string[], who?: Who) =>
  execute(file, args, who).then(
    () => true,
    () => false,
  )
