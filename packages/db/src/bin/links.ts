import { noteDeadLinks } from '../dead-links.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'
import { runProgram } from '../setup-error.ts'
import { inTransaction } from '../transaction.ts'

// Asks the addresses of all documents, for the desk to say which lead nowhere. To be run now and then.
await runProgram(async () => {
  const database = await openDatabase(process.env)
  try {
    await migrate(database.url)
    const { asked, dead } = await inTransaction(database.url, (client) => noteDeadLinks(client))
    console.log(`${asked} addresses asked, ${dead} lead nowhere.`)
  } finally {
    await database.close()
  }
})
// The schema engine leaves a timer behind.
process.exit()
