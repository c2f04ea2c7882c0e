import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadDataFiles } from './data-file/load.ts'
import { readDataFile } from './data-file/read.ts'
import { ChangedSinceError } from './rows.ts'

const folder = join(import.meta.dirname, '../demo')

/** Loads the demonstration's municipalities. What was changed by hand since, or loaded from a file of somebody's own, is left as it is. */
export async function loadDemonstration(url: string, warn: (message: string) => void): Promise<void> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  for (const name of names.sort()) {
    try {
      await loadDataFiles(url, [readDataFile(join(folder, name))], 'demonstration')
    } catch (error) {
      if (!(error instanceof ChangedSinceError)) throw error
      warn(error.message)
    }
  }
}
