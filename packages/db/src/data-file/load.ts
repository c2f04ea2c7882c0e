import pg from 'pg'
import { inTransaction } from '../transaction.ts'
import { applyRows, type Loaded } from '../rows.ts'
import { DataFileError, type DataFile } from './read.ts'
import type { FindMunicipality } from './identity.ts'
import { rowsOf } from './rows.ts'

/** Where a file comes from. What a person loads takes over what the demonstration brought; never the other way. */
export type Origin = 'demonstration' | 'file'

/** Loads data files in one transaction: all or nothing. Throws `DataFileError` or `ChangedSinceError`, then nothing was written. */
export async function loadDataFiles(url: string, files: DataFile[], origin: Origin = 'file'): Promise<Loaded[]> {
  return inTransaction(url, async (client) => {
    const find = await municipalityFinder(client)
    refuseTwoOfOne(files, find)
    const loaded: Loaded[] = []
    for (const file of files) loaded.push(await loadOne(client, file, find, origin))
    return loaded
  })
}

const nothing: Loaded = { inserted: 0, updated: 0, deleted: 0 }

async function loadOne(client: pg.ClientBase, file: DataFile, find: FindMunicipality, origin: Origin): Promise<Loaded> {
  const { country, number } = file.content.municipality
  const name = (of: Origin) => `${of} ${find(country, number) ?? `${country} ${number}`}`
  if (origin === 'file')
    await client.query('UPDATE loaded_row SET file = $1 WHERE file = $2', [name('file'), name('demonstration')])
  const { rowCount } = await client.query('SELECT FROM loaded_row WHERE file = $1 LIMIT 1', [name('file')])
  if (origin === 'demonstration' && rowCount) return nothing
  try {
    return await applyRows(client, name(origin), rowsOf(file, find))
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code?.startsWith('23')) throw refusedByDatabase(file, error)
    throw error
  }
}

function refuseTwoOfOne(files: DataFile[], find: FindMunicipality): void {
  const homes = files.map(({ content: { municipality } }) => find(municipality.country, municipality.number))
  const second = files.find((_file, index) => homes[index] && homes.indexOf(homes[index]) !== index)
  if (second)
    throw new DataFileError(second.name, [
      {
        line: 1,
        path: 'municipality',
        message: 'another file of this load is of the same municipality; put both in one',
      },
    ])
}

// What only the database knows to be wrong, by the end of the rule's name.
const rules: [ending: string, said: string][] = [
  [
    '_one_at_a_time',
    'two hold the same at the same time: let the earlier end with to where the later begins with from',
  ],
  ['_not_twice', 'the same stands twice for the same time: take one away, or give both from and to'],
  ['_no_circle', 'the lines go in a circle, so that something in the end is above itself'],
  [
    '_no_more_visible_than_its_body',
    'a meeting or holder would be more visible than its body: make it less so, or the body more',
  ],
  [
    '_no_more_visible_than_its_meeting',
    'an item of an agenda would be more visible than its meeting: make it less so, or the meeting more',
  ],
  [
    '_withheld_by_law',
    'an item of a published agenda is not read by everybody who sees the meeting: say by which law in legalGround',
  ],
  ['_period', 'something ends before it begins'],
  ['_ages', 'ages must be in order: from, to, orTo'],
  ['meeting_times', 'a meeting ends before it begins'],
]

function refusedByDatabase(file: DataFile, { constraint = '', table = '' }: pg.DatabaseError): DataFileError {
  const [, said] = rules.find(([ending]) => constraint.endsWith(ending)) ?? [
    '',
    `the database refuses it (${constraint})`,
  ]
  return new DataFileError(file.name, [{ line: 1, path: table, message: said }])
}

async function municipalityFinder(client: pg.ClientBase): Promise<FindMunicipality> {
  const { rows } = await client.query<{ country: string; number: string; municipality_id: string }>(
    'SELECT country, number, municipality_id::text FROM municipality_version ORDER BY valid_from NULLS FIRST',
  )
  const ids = new Map(rows.map(({ country, number, municipality_id }) => [`${country} ${number}`, municipality_id]))
  return (country, number) => ids.get(`${country} ${number}`)
}
