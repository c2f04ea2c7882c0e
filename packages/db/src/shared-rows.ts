import type pg from 'pg'
import type { Row } from './rows.ts'

/** What is said of something by a file that only points at it. */
export const claimsNothing = {}

/**
 * What several municipalities share, such as a police district, is told by the file that brought it; every other only
 * points at it. Returns the rows that `file` itself tells, and those it points at. What the demonstration told, a file takes over.
 */
export async function withoutOthers(
  client: pg.ClientBase,
  file: string,
  rows: Row[],
): Promise<{ told: Row[]; pointedAt: Row[] }> {
  const shared = [...new Set(rows.flatMap((row) => row.shared ?? []))]
  if (!shared.length) return { told: rows, pointedAt: [] }
  if (!isDemonstration(file)) await takeOver(client, file, rows)
  const { rows: held } = await client.query<{ id: string }>(
    `SELECT DISTINCT row_id AS id FROM loaded_row WHERE row_id = ANY($1) AND file <> $2 AND content <> $3`,
    [shared, file, claimsNothing],
  )
  const others = new Set(held.map(({ id }) => id))
  const isTold = ({ shared: of }: Row) => of === undefined || !others.has(of)
  const rest = rows.filter((row) => !isTold(row))
  const { rows: known } = await client.query<{ id: string }>(
    'SELECT DISTINCT row_id AS id FROM loaded_row WHERE row_id = ANY($1) AND file <> $2',
    [rest.map(({ values }) => values.id), file],
  )
  const there = new Set(known.map(({ id }) => id))
  return { told: rows.filter(isTold), pointedAt: rest.filter(({ values }) => there.has(values.id)) }
}

const isDemonstration = (file: string) => file.startsWith('demonstration ')

async function takeOver(client: pg.ClientBase, file: string, rows: Row[]): Promise<void> {
  const ids = rows.filter(({ shared }) => shared !== undefined).map(({ values }) => values.id)
  await client.query(
    `WITH told AS (
       SELECT * FROM loaded_row WHERE row_id = ANY($1) AND starts_with(file, 'demonstration ') AND content <> $3 FOR UPDATE
     ), silenced AS (
       UPDATE loaded_row SET content = $3 FROM told
        WHERE loaded_row.file = told.file AND loaded_row.table_name = told.table_name AND loaded_row.row_id = told.row_id
     )
     INSERT INTO loaded_row (row_id, table_name, file, content)
     SELECT DISTINCT ON (table_name, row_id) row_id, table_name, $2, content FROM told
     ON CONFLICT (file, table_name, row_id) DO NOTHING`,
    [ids, file, claimsNothing],
  )
}
