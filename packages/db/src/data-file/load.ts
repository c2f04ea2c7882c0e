import type pg from 'pg'
import { inTransaction } from '../load-register.ts'
import { applyRows, type Loaded } from '../rows.ts'
import type { DataFile } from './read.ts'
import { rowsOf, type FindMunicipality } from './rows.ts'

/** Loads data files in one transaction: all or nothing. Throws `DataFileError` or `ChangedSinceError`, then nothing was written. */
export async function loadDataFiles(url: string, files: DataFile[]): Promise<Loaded[]> {
  return inTransaction(url, async (client) => {
    const find = await municipalityFinder(client)
    const loaded: Loaded[] = []
    for (const file of files) {
      const { country, number } = file.content.municipality
      loaded.push(await applyRows(client, `${country}-${find(country, number)}`, rowsOf(file, find)))
    }
    return loaded
  })
}

async function municipalityFinder(client: pg.ClientBase): Promise<FindMunicipality> {
  const { rows } = await client.query<{ country: string; number: string; municipality_id: string }>(
    'SELECT country, number, municipality_id::text FROM municipality_version ORDER BY valid_from NULLS FIRST',
  )
  const ids = new Map(rows.map(({ country, number, municipality_id }) => [`${country} ${number}`, municipality_id]))
  return (country, number) => ids.get(`${country} ${number}`)
}
