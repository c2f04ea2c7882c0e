import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { backUp, restoreFrom } from '@samrad/db/backup'
import { beforeAll, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs } from '../support/sign-in.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const [one, other] = [await openTestDatabase(), await openTestDatabase()]

beforeAll(async () => {
  await loadIntoProevebygd(one, {
    areas: [{ key: 'nord', kind: 'bydel', name: 'Nord', variants: ['Nordre «del»', 'N,ord'] }],
    bodies: [{ key: 'raadet', name: 'Rådet', visibility: 'public', cadences: [{ cadence: { kind: 'irregular' } }] }],
  })
  const coordinator = await signInAs(one, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  const desk = openDoor(one, 'admin')
  const { it } = await desk.data<{ it: { id: string } }>(
    'mutation { it: createBody(municipality: "9901", state: { name: "Skrevet", seats: [{ roleTitle: "Leder" }], ages: { from: 0, to: 18, wording: "0–18" } }) { id } }',
    {},
    coordinator,
  )
  await desk.data(
    'mutation ($id: ID!) { changeBody(id: $id, version: 1, from: { on: "2024-01-01" }, state: { name: "Nytt navn" }) { id } }',
    it,
    coordinator,
  )
})

const backupOf = async ({ url }: TestDatabase) => {
  const stream = new PassThrough()
  const [, bytes] = await Promise.all([backUp(url, stream), buffer(stream)])
  return bytes
}

/** What each table holds, row by row. */
async function contentOf({ owner }: TestDatabase): Promise<Record<string, string[]>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('session', 'sign_in', 'kept_answer', '_prisma_migrations') ORDER BY relname`,
  )
  const content: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`SELECT held::text AS row FROM "${name}" AS held`)
    content[name] = rows.map(({ row }) => row).sort()
  }
  return content
}

it('what is backed up is restored row by row, in a database that may be asked and written at once', async () => {
  const bytes = await backupOf(one)
  expect(await restoreFrom(Readable.from([bytes]), other.url, false)).toBeGreaterThan(1_000)
  const [before, after] = [await contentOf(one), await contentOf(other)]
  expect(Object.values(before).flat().length).toBeGreaterThan(1_000)
  expect(after).toEqual(before)
  expect((await other.owner.query('SELECT * FROM broken_acts()')).rows).toEqual([])
  const { body } = await openDoor(other).data<{ body: object }>(
    '{ body(municipality: "9901", slug: "raadet") { name } }',
  )
  expect(body).toEqual({ name: 'Rådet' })
  // Rules and the audit are on again.
  const coordinator = await signInAs(other, 'En annen', [{ kind: 'coordinator', municipality: '9901' }])
  const acts = async () => (await other.owner.query('SELECT FROM act')).rows.length
  const before2 = await acts()
  await openDoor(other, 'admin').data(
    'mutation { createBody(municipality: "9901", state: { name: "Etterpå" }) { id } }',
    {},
    coordinator,
  )
  expect(await acts()).toBe(before2 + 1)
  const { rows } = await other.owner.query(`SELECT FROM pg_trigger WHERE tgenabled = 'D'`)
  expect(rows).toEqual([])
})

it('nothing is replaced that somebody wrote, unless that is asked for', async () => {
  const bytes = await backupOf(one)
  await expect(restoreFrom(Readable.from([bytes]), one.url, false)).rejects.toThrow('--replace')
  const before = await contentOf(one)
  await restoreFrom(Readable.from([bytes]), one.url, true)
  expect(await contentOf(one)).toEqual(before)
})

it('a backup that is cut, changed or of another version is refused, and nothing is touched', async () => {
  const bytes = await backupOf(one)
  const before = await contentOf(one)
  const lines = gunzipSync(bytes).toString()
  const tampered = (change: (text: string) => string) => Readable.from([gzipSync(change(lines))])
  await expect(
    restoreFrom(
      tampered((text) => text.slice(0, -200)),
      one.url,
      true,
    ),
  ).rejects.toThrow()
  await expect(
    restoreFrom(
      tampered((text) => text.replace('Nytt navn', 'Falskt navn')),
      one.url,
      true,
    ),
  ).rejects.toThrow('does not hold')
  await expect(
    restoreFrom(
      tampered((text) => text.replace('_bodies_and', '_others_and')),
      one.url,
      true,
    ),
  ).rejects.toThrow('another version')
  await expect(restoreFrom(Readable.from([gzipSync('{"hello":1}\n')]), one.url, true)).rejects.toThrow('no backup')
  expect(await contentOf(one)).toEqual(before)
})
