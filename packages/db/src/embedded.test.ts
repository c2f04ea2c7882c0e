import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startEmbedded, type EmbeddedServer } from './embedded.ts'

const folders: string[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samrad-embedded-'))
  folders.push(folder)
  return folder
}

async function ask(server: EmbeddedServer, sql: string) {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

// Starting a server takes its time on a busy machine.
describe('the embedded server', { timeout: 60_000 }, () => {
  it('keeps its data when it is killed', async () => {
    const folder = join(await newFolder(), 'data')
    const server = await startEmbedded(folder)
    await ask(server, 'CREATE TABLE kept AS SELECT 1 AS n')
    const [pid] = (await readFile(join(server.folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
    const again = await startEmbedded(folder)
    expect(await ask(again, 'SELECT n FROM kept')).toStrictEqual([{ n: 1 }])
    await again.stop()
  })

  // As in a container: root may be, user namespaces are not.
  it.runIf(process.getuid?.() === 0)('runs as nobody when root has no user namespaces', async () => {
    const programs = await newFolder()
    await chmod(programs, 0o755)
    for (const name of ['id', 'test', 'sh']) await symlink(`/usr/bin/${name}`, join(programs, name))
    vi.stubEnv('PATH', programs)
    const folder = join(await newFolder(), 'private', 'data')
    await mkdir(join(folder, '..'), { mode: 0o700 })
    const server = await startEmbedded(folder)
    folders.push(server.folder)
    await ask(server, 'CREATE TABLE kept AS SELECT 1 AS n')
    await server.stop()
    const again = await startEmbedded(folder)
    expect(await ask(again, 'SELECT n FROM kept')).toStrictEqual([{ n: 1 }])
    expect((await stat(join(again.folder, 'postgres'))).uid).not.toBe(0)
    await again.stop()
  })
})
