import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadDataFiles } from './data-file/load.ts'
import { readDataFile } from './data-file/read.ts'
import { ChangedSinceError } from './rows.ts'

const folder = join(import.meta.dirname, '../demo')

/** Loads the demonstration's municipalities. What was changed by hand since is left as it is, and `warn` is told. */
export async function loadDemonstration(url: string, warn: (message: string) => void): Promise<void> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  for (const name of names.sort()) {
    try {
      await loadDataFiles(url, [readDataFile(join(folder, name))])
    } catch (error) {
      if (!(error instanceof ChangedSinceError)) throw error
      warn(error.message)
    }
  }
}
