import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'
import { runProgram } from '../setup-error.ts'

await runProgram(async () => {
  const database = await openDatabase(process.env)
  try {
    const names = await migrate(database.url)
    console.log(names.length ? `Migrated: ${names.join(', ')}` : 'The database is up to date.')
  } finally {
    await database.close()
  }
})
// The schema engine leaves a timer behind.
process.exit()
