import pg from 'pg'

/** One row of one table, columns by their database names. Every table has a UUID `id`. */
export type Row = { table: string; values: { id: string } & Record<string, unknown> }

/** Rows were changed by hand since the file was last loaded, or belong to another file. Nothing was written. */
export class ChangedSinceError extends Error {
  readonly rows: { table: string; id: string }[]
  constructor(file: string, rows: { table: string; id: string }[]) {
    const list = rows.map(({ table, id }) => `  ${table} ${id}`).join('\n')
    super(`${file} was not loaded: these rows were changed or entered otherwise since it was loaded last.\n${list}`)
    this.rows = rows
  }
}

export type Loaded = { inserted: number; updated: number; deleted: number }

/**
 * Makes the rows of `file` what they should be, within the caller's transaction: inserts, updates and
 * deletes only what the file itself brought, and throws `ChangedSinceError` where somebody changed it since.
 * Rows come in the order in which they may be inserted.
 */
export async function applyRows(client: pg.ClientBase, file: string, rows: Row[]): Promise<Loaded> {
  const tables = Map.groupBy(rows, (row) => row.table)
  const removals = await findRemovals(client, file, rows)
  const loaded: Loaded = { inserted: 0, updated: 0, deleted: 0 }
  const refused: { table: string; id: string }[] = []

  for (const [table, ofTable] of tables) refused.push(...(await findChanged(client, file, table, ofTable)))
  for (const [table, ids] of removals) refused.push(...(await findTouched(client, table, ids)))
  if (refused.length) throw new ChangedSinceError(file, refused)

  for (const [table, ids] of removals) {
    const name = pg.escapeIdentifier(table)
    const { rowCount } = await client.query(`DELETE FROM ${name} WHERE id = ANY($1)`, [ids])
    await client.query('DELETE FROM loaded_row WHERE table_name = $2 AND row_id = ANY($1)', [ids, table])
    loaded.deleted += rowCount ?? 0
  }
  for (const [table, ofTable] of tables) {
    const { inserted, updated } = await write(client, file, table, ofTable)
    loaded.inserted += inserted
    loaded.updated += updated
  }
  return loaded
}

async function findChanged(client: pg.ClientBase, file: string, table: string, rows: Row[]) {
  const name = pg.escapeIdentifier(table)
  const { rows: found } = await client.query<{ id: string }>(
    `SELECT present.id
       FROM jsonb_to_recordset($1::jsonb) AS wanted (id uuid, content jsonb)
       JOIN ${name} AS present ON present.id = wanted.id
       LEFT JOIN loaded_row ON row_id = wanted.id AND table_name = $3
      WHERE NOT has_values(to_jsonb(present), wanted.content)
        AND (row_id IS NULL OR file <> $2 OR NOT has_values(to_jsonb(present), loaded_row.content))`,
    [JSON.stringify(rows.map(({ values }) => ({ id: values.id, content: values }))), file, table],
  )
  return found.map(({ id }) => ({ table, id }))
}

async function findTouched(client: pg.ClientBase, table: string, ids: string[]) {
  const name = pg.escapeIdentifier(table)
  const { rows } = await client.query<{ id: string }>(
    `SELECT present.id FROM ${name} AS present JOIN loaded_row ON row_id = present.id AND table_name = $2
      WHERE present.id = ANY($1) AND NOT has_values(to_jsonb(present), loaded_row.content)`,
    [ids, table],
  )
  return rows.map(({ id }) => ({ table, id }))
}

async function findRemovals(client: pg.ClientBase, file: string, rows: Row[]): Promise<Map<string, string[]>> {
  const { rows: gone } = await client.query<{ table_name: string; ids: string[] }>(
    `SELECT table_name, array_agg(row_id::text) AS ids FROM loaded_row
      WHERE file = $1 AND NOT (table_name || row_id) = ANY($2)
      GROUP BY table_name ORDER BY table_name <> 'fact'`,
    [file, rows.map(({ table, values }) => table + values.id)],
  )
  // Facts come first: what is dated goes with them.
  return new Map(gone.map(({ table_name, ids }) => [table_name, ids]))
}

async function write(client: pg.ClientBase, file: string, table: string, rows: Row[]) {
  const name = pg.escapeIdentifier(table)
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))].map((column) =>
    pg.escapeIdentifier(column),
  )
  const others = columns.filter((column) => column !== '"id"')
  const wanted = JSON.stringify(rows.map(({ values }) => values))
  const { rows: written } = await client.query<{ inserted: boolean }>(
    `INSERT INTO ${name} AS present (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${others.map((column) => `present.${column}`).join(', ')}) IS DISTINCT FROM (${others.map((column) => `excluded.${column}`).join(', ')})
     RETURNING xmax = 0 AS inserted`,
    [wanted],
  )
  await client.query(
    `INSERT INTO loaded_row (row_id, table_name, file, content)
     SELECT (value->>'id')::uuid, $2, $3, value FROM jsonb_array_elements($1::jsonb)
     ON CONFLICT (table_name, row_id) DO UPDATE SET content = excluded.content WHERE loaded_row.file = excluded.file`,
    [wanted, table, file],
  )
  const inserted = written.filter((row) => row.inserted).length
  return { inserted, updated: written.length - inserted }
}
