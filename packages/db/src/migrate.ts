import pg from 'pg'
import { ensureRoles } from './roles.ts'
import { openSchemaEngine, scriptLock } from './schema-engine.ts'

// Any number will do, as long as it is always the same: two starts at once must not migrate at once.
const migrationLock = 7_346_201

/** Creates missing roles and runs the migrations that have not run. Returns their names. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await ensureRoles(client)
    await forgetUnfinished(client)
    const engine = await openSchemaEngine(url)
    try {
      const names = await engine.applyMigrations()
      // Nobody keeps tables of their own beside the register. A right to the database is not copied with it.
      await client.query(
        `DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$`,
      )
      return names
    } finally {
      await engine.close()
    }
  } finally {
    await client.end()
  }
}

// A script and the note that it ran are one transaction: of one that failed, or was killed, nothing is left but the note that it began.
async function forgetUnfinished(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [scriptLock])
  const { rows } = await client.query<{ notes: string | null }>(`SELECT to_regclass('_prisma_migrations') AS notes`)
  if (rows[0]?.notes) await client.query('DELETE FROM _prisma_migrations WHERE finished_at IS NULL')
  await client.query('SELECT pg_advisory_unlock($1)', [scriptLock])
}
