import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'

const database = await openDatabase(process.env)
try {
  const names = await migrate(database.url)
  console.log(names.length ? `Migrated: ${names.join(', ')}` : 'The database is up to date.')
} finally {
  await database.close()
}
