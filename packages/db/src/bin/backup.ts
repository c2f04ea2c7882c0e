import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { resolve } from 'node:path'
import { backUp } from '../backup.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'
import { runProgram } from '../setup-error.ts'

const [given = `samrad-${new Date().toISOString().slice(0, 10)}.backup.gz`] = process.argv.slice(2)
const file = resolve(process.env['INIT_CWD'] ?? '.', given)

// May run while Samråd does. A file that has its name is whole.
await runProgram(async () => {
  const database = await openDatabase(process.env)
  try {
    await migrate(database.url)
    const rows = await backUp(database.url, createWriteStream(`${file}.part`, { mode: 0o600 }))
    await rename(`${file}.part`, file)
    console.log(
      `${rows} rows in ${file}. It holds all there is, also what is internal: keep it as you keep the database.`,
    )
  } finally {
    await database.close()
  }
})
// The schema engine leaves a timer behind.
process.exit()
