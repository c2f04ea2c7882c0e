import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@samrad/db'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { path } from '../support/environment.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import type { TestDatabase } from '../support/test-database.ts'

/** How often the cord is pulled, and how many write at once. */
const [pulls, writers] = [3, 4]

const main = join(import.meta.dirname, '../../apps/api/src/main.ts')
let folder: string
let port: number
let api: ChildProcess
let coordinator: SignedIn

async function start(): Promise<void> {
  const env = { PATH: path, SAMRAD_DATA_DIR: folder, SAMRAD_DEMO: '0', API_PORT: String(port), LOG_LEVEL: 'silent' }
  api = spawn(process.execPath, [main], { env, stdio: 'ignore' })
  const isReady = async () => expect((await fetch(`http://localhost:${port}/readyz`)).ok).toBe(true)
  await vi.waitFor(isReady, { timeout: 90_000, interval: 200 })
}

/** Everything is gone at once: the API, and the database with all its processes. */
async function pullTheCord(): Promise<void> {
  const { folder: where, close } = await openDatabase({ SAMRAD_DATA_DIR: folder })
  const [pid] = readFileSync(join(where ?? folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
  api.kill('SIGKILL')
  await new Promise((resolve) => api.once('exit', resolve))
  await close().catch(() => undefined)
}

/** Asks the signed-in door; null when no answer came. */
async function ask<Data>(query: string, variables: object = {}, key?: string): Promise<Data | null> {
  try {
    const response = await fetch(`http://localhost:${port}/admin/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'graphql-require-preflight': '1',
        authorization: `Bearer ${coordinator.token}`,
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data?: Data; errors?: object[] }
    return data && !errors?.length ? data : null
  } catch {
    return null
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samrad-cord-'))
  const free = createServer().listen(0)
  port = (free.address() as AddressInfo).port
  await new Promise((resolve) => free.close(resolve))
  await start()
  const { url, close } = await openDatabase({ SAMRAD_DATA_DIR: folder })
  const owner = new pg.Pool({ connectionString: url })
  coordinator = await signInAs({ owner } as TestDatabase, 'Koordinator', [
    { kind: 'coordinator', municipality: '3416' },
  ])
  await owner.end()
  await close()
}, 120_000)

afterAll(async () => {
  api.kill('SIGTERM')
  await new Promise((resolve) => api.once('exit', resolve))
  if (existsSync(folder)) await rm(folder, { recursive: true, force: true })
}, 30_000)

type Item = { id: string; entry: { text: string; version: number } | null }

it('what was said to be saved of minutes is there after the power was cut, once, and nothing of what was not', async () => {
  const made = await ask<{ body: { id: string } }>(
    'mutation { body: createBody(municipality: "3416", state: { name: "Rådet" }) { id } }',
  )
  const body = made?.body.id
  const held = await ask<{ meeting: { id: string } }>(
    'mutation ($body: ID!) { meeting: createMeeting(body: $body, state: { heldOn: "2021-01-01" }) { id } }',
    { body },
  )
  const meeting = held?.meeting.id
  for (let nth = 0; nth < writers; nth++)
    await ask(
      'mutation ($meeting: ID!, $title: String!) { addAgendaItem(meeting: $meeting, item: { title: $title }) { id } }',
      {
        meeting,
        title: `Sak ${nth}`,
      },
    )
  const read = async () => {
    const found = await ask<{ node: { agenda: Item[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Meeting { agenda { id entry { text version } } } } }',
      { id: meeting },
    )
    return found?.node.agenda ?? []
  }
  const items = await read()
  expect(items).toHaveLength(writers)

  /** What each writer was told is saved, and what it was writing when the power went. */
  const said = items.map(({ id }) => ({ id, version: 0, text: '', trying: '', key: '' }))
  const write = async (one: (typeof said)[number]): Promise<boolean> => {
    const done = await ask<{ entry: { version: number } }>(
      'mutation ($item: ID!, $version: Int!, $text: String!) { entry: writeMinutes(item: $item, version: $version, text: $text) { version } }',
      { item: one.id, version: one.version, text: one.trying },
      one.key,
    )
    if (done) Object.assign(one, { version: done.entry.version, text: one.trying })
    return done !== null
  }
  let count = 0
  for (let pull = 0; pull < pulls; pull++) {
    const writing = said.map(async (one) => {
      do Object.assign(one, { trying: `Linje ${++count}`, key: crypto.randomUUID() })
      while (await write(one))
    })
    const enough = count + 10 * writers
    await vi.waitFor(() => expect(count).toBeGreaterThan(enough), { timeout: 30_000, interval: 20 })
    await pullTheCord()
    await Promise.all(writing)
    await start()
    const now = await read()
    for (const one of said) {
      const { entry } = now.find(({ id }) => id === one.id) as Item
      // What was under way may have been written or not; what was acknowledged is there.
      expect([one.text, one.trying]).toContain(entry?.text)
      expect(entry?.version).toBe(entry?.text === one.text ? one.version : one.version + 1)
      // The same request again writes it once, whatever became of the first.
      expect(await write(one)).toBe(true)
    }
    const after = await read()
    for (const one of said)
      expect(after.find(({ id }) => id === one.id)?.entry).toEqual({ text: one.text, version: one.version })
  }
  expect(count).toBeGreaterThan(pulls * writers * 10)
}, 180_000)
