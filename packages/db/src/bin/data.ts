import { DataFileError, readDataFile } from '../data-file/read.ts'
import { loadDataFiles } from '../data-file/load.ts'
import { loadRegister } from '../load-register.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'
import { ChangedSinceError } from '../rows.ts'
import { runProgram } from '../setup-error.ts'
import { resolve } from 'node:path'

const names = process.argv.slice(2)
if (!names.length) {
  console.error('Name one or more data files: npm run data -- <file>… (packages/db/data-files.md describes them)')
  process.exit(1)
}

const isForUser = (error: unknown) => error instanceof DataFileError || error instanceof ChangedSinceError
await runProgram(async () => {
  const files = names.map((name) => readDataFile(resolve(process.env['INIT_CWD'] ?? '.', name)))
  const database = await openDatabase(process.env)
  try {
    await migrate(database.url)
    await loadRegister(database.url)
    const loaded = await loadDataFiles(database.url, files)
    loaded.forEach(({ inserted, updated, deleted }, index) =>
      console.log(`${names[index]}: ${inserted} new, ${updated} changed, ${deleted} removed`),
    )
  } finally {
    await database.close()
  }
}, isForUser)
// The schema engine leaves a timer behind.
process.exit()
