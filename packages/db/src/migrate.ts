import pg from 'pg'
import { ensureRoles } from './roles.ts'
import { openSchemaEngine } from './schema-engine.ts'

// Any number will do, as long as it is always the same: two starts at once must not migrate at once.
const migrationLock = 7_346_201

/** Creates missing roles and runs the migrations that have not run. Returns their names. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await ensureRoles(client)
    const engine = await openSchemaEngine(url)
    try {
      return await engine.applyMigrations()
    } finally {
      await engine.close()
    }
  } finally {
    await client.end()
  }
}
