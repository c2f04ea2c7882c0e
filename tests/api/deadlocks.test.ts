import { createDoorkeeper } from '@samrad/api/auth/doorkeeper'
import { createDoor } from '@samrad/api/server'
import type { ViewerDb } from '@samrad/db'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { buildProevebygd } from '../support/proevebygd.ts'
import { signInAs } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()

it('an act that the database stops because another was in its way is done again, and once', async () => {
  await buildProevebygd(database)
  const { token } = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  const viewers = database.viewers('samrad_signed_in')
  let isFirst = true
  // The first time, PostgreSQL itself says that two wait for each other, when all has been written.
  const inTheWay: ViewerDb = {
    ...viewers,
    transaction: (enter, work) =>
      viewers.transaction(enter, (db, entered) => {
        const body = new Proxy(db.body, {
          get: (target, key) =>
            key === 'findUniqueOrThrow' && isFirst
              ? async () => {
                  isFirst = false
                  await db.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END $$`
                }
              : target[key as 'findMany'],
        })
        return work(new Proxy(db, { get: (target, key) => (key === 'body' ? body : target[key as 'body']) }), entered)
      }),
  }
  const door = createDoor({
    door: 'admin',
    db: database.reader('samrad_public'),
    viewers: inTheWay,
    doorkeeper: createDoorkeeper(database.porter(), []),
    log: pino({ level: 'silent' }),
    allowedOrigins: [],
  })
  const response = await door.fetch('http://samrad.test/admin/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'graphql-require-preflight': '1',
      authorization: `Bearer ${token}`,
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({ query: 'mutation { createBody(municipality: "9901", state: { name: "Rådet" }) { name } }' }),
  })
  expect(await response.json()).toEqual({ data: { createBody: { name: 'Rådet' } } })
  expect(isFirst).toBe(false)
  const { rows } = await database.owner.query('SELECT FROM body_version WHERE name = $1', ['Rådet'])
  expect(rows).toHaveLength(1)
  const { rows: acts } = await database.owner.query("SELECT FROM act WHERE noun = 'Body'")
  expect(acts).toHaveLength(1)
})
