import {
  courierClient,
  createDatabase,
  porterClient,
  readerClient,
  viewerClient,
  type Db,
  type ReaderRole,
  type ViewerDb,
} from '@samrad/db'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { urlOf } from './database-server.ts'

export type TestDatabase = {
  url: string
  /** Writes as the owner. */
  owner: pg.Pool
  reader: (role: ReaderRole, statementTimeoutMs?: number) => Db
  /** Transactions of viewers, as the role of their door. */
  viewers: (role: 'samrad_neighbour' | 'samrad_signed_in') => ViewerDb
  porter: () => Db
  courier: () => Db
}

/** A database of this test file's own, with the register and nothing else. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const [server, template] = [inject('server'), inject('template')]
  const name = `${template}_${crypto.randomUUID().slice(0, 8)}`
  await createDatabase(server, name, template)
  const url = urlOf(server, name)
  const owner = new pg.Pool({ connectionString: url, max: 4 })
  const closing: (() => Promise<unknown>)[] = []
  const kept = <Client>(client: Client, close: (client: Client) => Promise<unknown>): Client => {
    closing.push(() => close(client))
    return client
  }
  afterAll(async () => {
    await Promise.all([owner.end(), ...closing.map((close) => close())])
  })
  return {
    url,
    owner,
    reader: (role, statementTimeoutMs = 10_000) =>
      kept(readerClient(url, role, { poolSize: 4, statementTimeoutMs }), (db) => db.$disconnect()),
    viewers: (role) =>
      kept(viewerClient(url, role, { poolSize: 8, statementTimeoutMs: 10_000 }), ({ disconnect }) => disconnect()),
    courier: () => kept(courierClient(url, { poolSize: 2, statementTimeoutMs: 10_000 }), (db) => db.$disconnect()),
    porter: () => kept(porterClient(url, { poolSize: 2, statementTimeoutMs: 10_000 }), (db) => db.$disconnect()),
  }
}

/** Of a door that nobody comes to with a token. */
export const noViewers: ViewerDb = {
  transaction: () => Promise.reject(new Error('nobody signs in here')),
  disconnect: async () => undefined,
}
