import { createDatabase, readerClient, type Db, type ReaderRole } from '@samrad/db'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { urlOf } from './database-server.ts'

export type TestDatabase = {
  url: string
  /** Writes as the owner. */
  owner: pg.Pool
  reader: (role: ReaderRole, statementTimeoutMs?: number) => Db
}

/** A database of this test file's own, with the register and nothing else. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const [server, template] = [inject('server'), inject('template')]
  const name = `${template}_${crypto.randomUUID().slice(0, 8)}`
  await createDatabase(server, name, template)
  const url = urlOf(server, name)
  const owner = new pg.Pool({ connectionString: url, max: 4 })
  const readers: Db[] = []
  afterAll(async () => {
    await Promise.all([owner.end(), ...readers.map((db) => db.$disconnect())])
  })
  return {
    url,
    owner,
    reader: (role, statementTimeoutMs = 10_000) => {
      const db = readerClient(url, role, { poolSize: 4, statementTimeoutMs })
      readers.push(db)
      return db
    },
  }
}
