import { PlanningPool } from '@samrad/db/planning-pool'
import { afterAll, expect, it } from 'vitest'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const pool = new PlanningPool(100, { connectionString: database.url, max: 1 })
afterAll(() => pool.end())

const process = async () => {
  const connection = await pool.connect()
  const { rows } = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  connection.release()
  return rows[0]?.pid
}
const processOfQuery = async () => (await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid

it('statements stay planned in a connection until they are too many, and then it is given to nobody', async () => {
  const first = await process()
  pool.names.of(`SELECT 1 -- ${'x'.repeat(60)}`)
  expect(await process()).toBe(first)
  expect(await processOfQuery()).toBe(first)

  pool.names.of(`SELECT 2 -- ${'x'.repeat(60)}`)
  const second = await process()
  expect(second).not.toBe(first)
  pool.names.of(`SELECT 3 -- ${'x'.repeat(60)}`)
  expect(await processOfQuery()).not.toBe(second)
  expect(pool.totalCount).toBe(1)
})
