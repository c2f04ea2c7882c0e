import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { path } from '../support/environment.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn

beforeAll(async () => {
  await loadIntoProevebygd(database, {})
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
})

it('of eight who write at once on what they all saw, one is let and the others are told', async () => {
  const { it } = await desk.data<{ it: { id: string } }>(
    'mutation { it: createBody(municipality: "9901", state: { name: "Omstridt" }) { id } }',
    {},
    coordinator,
  )
  for (let version = 1; version <= 25; version++) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, nth) =>
        desk.answer(
          'mutation ($id: ID!, $version: Int!, $name: String!) { correctBody(id: $id, version: $version, state: { name: $name }) { version } }',
          { id: it.id, version, name: `${version} ${nth}` },
          coordinator,
        ),
      ),
    )
    const codes = answers.map(({ errors }) => errors[0]?.extensions.code ?? 'done').sort()
    expect(codes).toEqual([...Array<string>(7).fill('CONFLICT'), 'done'])
  }
  expect((await database.owner.query('SELECT * FROM broken_acts()')).rows).toEqual([])
}, 60_000)

describe('an API that is killed while it writes', () => {
  const port = 4_300 + Number(process.pid % 500)
  const url = `http://localhost:${port}/admin/graphql`
  let api: ChildProcess | undefined

  async function start(): Promise<void> {
    api = spawn(process.execPath, ['src/main.ts'], {
      cwd: join(import.meta.dirname, '../../apps/api'),
      env: { PATH: path, DATABASE_URL: database.url, SAMRAD_DEMO: '0', API_PORT: String(port) },
      stdio: 'ignore',
    })
    for (let tries = 0; tries < 200; tries++) {
      const isReady = await fetch(`http://localhost:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isReady) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the API does not start')
  }
  afterAll(() => api?.kill('SIGKILL'))

  /** Whether it was answered. */
  const write = (nth: number): Promise<boolean> =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${coordinator.token}`,
        'idempotency-key': `write-number-${nth}`,
      },
      body: JSON.stringify({
        query:
          'mutation ($name: String!) { createBody(municipality: "9901", state: { name: $name, seats: [{ roleTitle: "En" }, { roleTitle: "To" }] }) { id } }',
        variables: { name: `Skrivning ${nth}` },
      }),
    }).then(
      async (response) => {
        const { data } = (await response.json()) as { data?: { createBody?: object } | null }
        return Boolean(data?.createBody)
      },
      () => false,
    )

  it('has written all it answered, nothing by half, and nothing twice when it is asked again', async () => {
    await start()
    const answered = new Set<number>()
    let next = 0
    const writers = Array.from({ length: 4 }, async () => {
      while (next < 400) {
        const nth = next++
        if (await write(nth)) answered.add(nth)
        else return
      }
    })
    while (answered.size < 40) await new Promise((resolve) => setTimeout(resolve, 5))
    const dead = once(api as ChildProcess, 'exit')
    api?.kill('SIGKILL')
    await Promise.all([dead, ...writers])

    const names = async () =>
      (
        await database.owner.query<{ name: string; seats: string }>(
          `SELECT name, (SELECT count(*) FROM seat WHERE seat.body_id = version.body_id) AS seats
             FROM body_version AS version WHERE name LIKE 'Skrivning %' ORDER BY name`,
        )
      ).rows
    const written = await names()
    const found = new Set(written.map(({ name }) => name))
    expect([...answered].filter((nth) => !found.has(`Skrivning ${nth}`))).toEqual([])
    expect(written.filter(({ seats }) => seats !== '2')).toEqual([])
    expect((await database.owner.query('SELECT * FROM broken_acts()')).rows).toEqual([])
    expect((await database.owner.query('SELECT FROM act WHERE hash IS NULL')).rows).toEqual([])

    await start()
    const refused: number[] = []
    for (let nth = 0; nth < next; nth++) if (!(await write(nth))) refused.push(nth)
    expect(refused).toEqual([])
    const names2 = (await names()).map(({ name }) => name)
    expect(names2).toHaveLength(next)
    expect(new Set(names2).size).toBe(next)
  }, 60_000)
})
