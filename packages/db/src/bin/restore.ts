import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { restoreFrom } from '../backup.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'
import { runProgram, SetupError } from '../setup-error.ts'

const given = process.argv.slice(2)
const [name] = given.filter((word) => !word.startsWith('--'))
if (!name) {
  console.error('Name the backup: npm run restore -- <file> [--replace]')
  process.exit(1)
}
const file = resolve(process.env['INIT_CWD'] ?? '.', name)

await runProgram(async () => {
  if (!existsSync(file)) throw new SetupError(`There is no file ${file}.`)
  const database = await openDatabase(process.env)
  try {
    await migrate(database.url)
    const rows = await restoreFrom(createReadStream(file), database.url, given.includes('--replace'))
    console.log(`${rows} rows restored. Everybody signs in anew.`)
  } finally {
    await database.close()
  }
})
// The schema engine leaves a timer behind.
process.exit()
