import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, loadRegister, migrate, startEmbedded } from '@samrad/db'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { databaseUrl } from './environment.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the server, for creating databases. */
    server: string
    /** Name of the migrated database with the register that each test file copies. */
    template: string
  }
}

/** One PostgreSQL for the whole run, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'samrad-tests-'))
  const embedded = databaseUrl ? undefined : await startEmbedded(folder)
  const server = databaseUrl ?? embedded?.url('postgres') ?? ''
  const template = `samrad_test_${crypto.randomUUID().slice(0, 8)}`
  await createDatabase(server, template)
  const url = urlOf(server, template)
  await migrate(url)
  await loadRegister(url)
  project.provide('server', server)
  project.provide('template', template)
  return async () => {
    await dropDatabases(server, template)
    await embedded?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

// A test file's database is named after the template it was copied from.
async function dropDatabases(server: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'SELECT quote_ident(datname) AS name FROM pg_database WHERE starts_with(datname, $1)',
    [template],
  )
  for (const { name } of rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await client.end()
}

/** The same server, another database. */
export function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
