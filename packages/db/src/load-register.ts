import pg from 'pg'
import { registerRows } from './register/rows.ts'
import { applyRows, type Loaded } from './rows.ts'

/** Loads the register of municipalities: reference data every installation has, demonstration or not. */
export async function loadRegister(url: string): Promise<Loaded> {
  return inTransaction(url, (client) => applyRows(client, 'register', registerRows()))
}

/** Runs `work` in one transaction on a connection of its own: all or nothing. */
export async function inTransaction<T>(url: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    await client.end()
  }
}
