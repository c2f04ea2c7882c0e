import { setTimeout } from 'node:timers/promises'
import { migrate, readerClient } from '@samrad/db'
import { createDoor } from '@samrad/api/server'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { noViewers, openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()

it('is read as the public role, whatever the address says of options', async () => {
  const url = new URL(database.url)
  url.searchParams.set('options', '-c search_path=public')
  const db = readerClient(url.href, 'samrad_public', { poolSize: 1, statementTimeoutMs: 1_000 })
  onTestFinished(() => db.$disconnect())
  const [row] = await db.$queryRaw<object[]>`SELECT current_user::text AS role, current_setting('search_path') AS path`
  expect(row).toEqual({ role: 'samrad_public', path: 'public' })
  await expect(db.$executeRaw`UPDATE municipality SET slug = slug`).rejects.toThrow()
})

it('of an account that may not make roles is refused with what an administrator is to run, and then is not', async () => {
  const account = `samrad_plain_${crypto.randomUUID().slice(0, 8)}`
  const url = new URL(database.url)
  url.username = account
  url.pathname = `/${account}`
  await database.owner.query(`CREATE ROLE ${account} LOGIN`)
  await database.owner.query(`CREATE DATABASE ${account} OWNER ${account}`)
  onTestFinished(async () => {
    await database.owner.query(`DROP DATABASE ${account} WITH (FORCE)`)
    await database.owner.query(`DROP ROLE ${account}`)
  })
  const refused = await migrate(url.href).catch((error: Error) => error.message)
  expect(refused).toMatch(/^The database account may not create the roles of the readers/)
  const [, statements = ''] = /to run: (.*)$/.exec(String(refused)) ?? []
  expect(statements).toContain(`GRANT samrad_public TO ${account};`)
  await database.owner.query(statements)
  expect(await migrate(url.href)).not.toEqual([])
})

it('is left without a connection by a reader that is done, whatever it has read', async () => {
  const db = readerClient(database.url, 'samrad_public', { poolSize: 2, statementTimeoutMs: 1_000 })
  await db.municipality.findFirst({ where: { slug: 'bergen' }, select: { slug: true } })
  const readers = async () => {
    const { rows } = await database.owner.query(
      `SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND backend_type = 'client backend' AND query LIKE '%municipality AS t0%' AND pid <> pg_backend_pid()`,
    )
    return rows[0].count
  }
  expect(await readers()).toBe(1)
  await db.$disconnect()
  await expect.poll(readers).toBe(0)
})

it('may break all connections: the next question is answered', async () => {
  const db = database.reader('samrad_public')
  const ask = () => db.municipality.findFirst({ where: { slug: 'bergen' }, select: { slug: true } })
  await ask()
  await database.owner.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await setTimeout(200)
  expect(await ask()).toEqual({ slug: 'bergen' })
})

it.each([
  ['a tree', `{ municipality(number: "4601") { name } }`],
  ['a list', `{ municipalities { nodes { name } } }`],
])('that is away is a busy service to who asks for %s, not a fault of ours', async (_what, query) => {
  const db = readerClient('postgresql://nobody@127.0.0.1:1/none', 'samrad_public', {
    poolSize: 1,
    statementTimeoutMs: 1_000,
  })
  onTestFinished(() => db.$disconnect())
  const door = createDoor({ door: 'open', db, viewers: noViewers, log: pino({ level: 'silent' }), allowedOrigins: [] })
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ query })
  const response = await door.fetch(new Request('http://samrad.test/graphql', { method: 'POST', headers, body }))
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] })
})

it('is migrated again after a migration that was killed', async () => {
  const { rows } = await database.owner.query('SELECT count(*)::int AS finished FROM _prisma_migrations')
  await database.owner.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (gen_random_uuid(), '', '20991231000000_killed')`,
  )
  expect(await migrate(database.url)).toEqual([])
  const after = await database.owner.query('SELECT count(*)::int AS finished FROM _prisma_migrations')
  expect(after.rows).toEqual(rows)
})
