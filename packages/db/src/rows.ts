import pg from 'pg'
import { claimsNothing, withoutOthers } from './shared-rows.ts'

/** One row of one table, columns by their database names. Every table has a UUID `id`. */
export type Row = {
  table: string
  values: { id: string } & Record<string, unknown>
  /** What several files may tell of: its id. */
  shared?: string
}

/** A row that stands in the way; `said` is its name, title or text when it has one. */
type Refused = { table: string; id: string; said?: string | null }

/** Rows were changed by hand since the file was last loaded, or are held otherwise by another file. Nothing was written. */
export class ChangedSinceError extends Error {
  readonly rows: Refused[]
  constructor(file: string, rows: Refused[]) {
    const list = rows.map(({ table, id, said }) => `  ${table.replaceAll('_', ' ')} ${said ?? id}`).join('\n')
    super(`${file} was not loaded: this was changed, or entered otherwise, since it was loaded last.\n${list}`)
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
  const { told, pointedAt } = await withoutOthers(client, file, rows)
  const tables = Map.groupBy(told, (row) => row.table)
  const removals = await findRemovals(client, file, [...told, ...pointedAt])
  const loaded: Loaded = { inserted: 0, updated: 0, deleted: 0 }
  const refused: Refused[] = []
  for (const [table, ofTable] of tables) refused.push(...(await findChanged(client, file, table, ofTable)))
  for (const { table, ids } of removals) refused.push(...(await findTouched(client, file, table, ids)))
  refused.push(
    ...(await findForeign(
      client,
      removals.flatMap(({ ids }) => ids),
    )),
  )
  if (refused.length) throw new ChangedSinceError(file, refused)

  // Facts go first, and what is dated goes with them; what others pointed at goes when they no longer do.
  for (const { table, ids } of removals) if (table === 'fact') loaded.deleted += await remove(client, file, table, ids)
  for (const [table, ofTable] of tables) {
    const { inserted, updated } = await write(client, file, table, ofTable)
    loaded.inserted += inserted
    loaded.updated += updated
  }
  await hold(client, file, pointedAt)
  for (const { table, ids } of removals) if (table !== 'fact') loaded.deleted += await remove(client, file, table, ids)
  await forget(client, file, [...told, ...pointedAt])
  return loaded
}

// What stays because other files hold it is no longer ours.
async function forget(client: pg.ClientBase, file: string, rows: Row[]): Promise<void> {
  await client.query('DELETE FROM loaded_row WHERE file = $1 AND NOT (table_name || row_id) = ANY($2)', [
    file,
    rows.map(({ table, values }) => table + values.id),
  ])
}

async function findChanged(client: pg.ClientBase, file: string, table: string, rows: Row[]): Promise<Refused[]> {
  const name = pg.escapeIdentifier(table)
  const { rows: found } = await client.query<{ id: string; said: string | null }>(
    `SELECT present.id, ${saidSql} AS said
       FROM jsonb_to_recordset($1::jsonb) AS wanted (id uuid, content jsonb)
       JOIN ${name} AS present ON present.id = wanted.id
       LEFT JOIN loaded_row ON row_id = wanted.id AND table_name = $3 AND file = $2
      WHERE NOT has_values(to_jsonb(present), wanted.content)
        AND (row_id IS NULL OR NOT has_values(to_jsonb(present), loaded_row.content))`,
    [JSON.stringify(rows.map(({ values }) => ({ id: values.id, content: values }))), file, table],
  )
  return found.map(({ id, said }) => ({ table, id, said }))
}

const saidSql = ['name', 'title', 'role_title', 'text', 'slug', 'label']
  .map((column) => `to_jsonb(present)->>'${column}'`)
  .reduce((before, column) => `COALESCE(${before}, ${column})`)

async function findTouched(client: pg.ClientBase, file: string, table: string, ids: string[]): Promise<Refused[]> {
  const name = pg.escapeIdentifier(table)
  const { rows } = await client.query<{ id: string }>(
    `SELECT present.id FROM ${name} AS present JOIN loaded_row ON row_id = present.id AND table_name = $2 AND file = $3
      WHERE present.id = ANY($1) AND NOT has_values(to_jsonb(present), loaded_row.content)`,
    [ids, table, file],
  )
  return rows.map(({ id }) => ({ table, id }))
}

// What others have added to something that is to go, such as a seat of its own to a body, must not go with it unseen.
async function findForeign(client: pg.ClientBase, ids: string[]): Promise<Refused[]> {
  if (!ids.length) return []
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM fact
      WHERE NOT id = ANY($1)
        AND (area_id = ANY($1) OR organisation_id = ANY($1) OR scheme_id = ANY($1) OR post_id = ANY($1) OR body_id = ANY($1)
          OR arena_id = ANY($1) OR meeting_id = ANY($1) OR seat_holder_id = ANY($1) OR issue_id = ANY($1)
          OR agenda_item_id = ANY($1) OR action_point_id = ANY($1) OR attendance_id = ANY($1)
          OR other_area_id = ANY($1) OR other_organisation_id = ANY($1))
     UNION
     SELECT fact_id FROM party
      WHERE NOT fact_id = ANY($1)
        AND (seat_id = ANY($1) OR organisation_id = ANY($1) OR post_id = ANY($1) OR body_id = ANY($1))
        AND NOT EXISTS (SELECT FROM loaded_row WHERE table_name = 'party' AND row_id = party.id)`,
    [ids],
  )
  return rows.map(({ id }) => ({ table: 'fact', id }))
}

type Removal = { table: string; ids: string[] }

// What other files hold too stays; so does, until the end, what a document or municipality is pointed at from.
async function findRemovals(client: pg.ClientBase, file: string, rows: Row[]): Promise<Removal[]> {
  const { rows: gone } = await client.query<Removal>(
    `SELECT table_name AS table, array_agg(row_id::text) AS ids FROM loaded_row AS held
      WHERE file = $1 AND NOT (table_name || row_id) = ANY($2)
        AND NOT EXISTS (SELECT FROM loaded_row AS other
                         WHERE other.table_name = held.table_name AND other.row_id = held.row_id AND other.file <> $1)
      GROUP BY table_name ORDER BY table_name IN ('source_document', 'municipality')`,
    [file, rows.map(({ table, values }) => table + values.id)],
  )
  return gone
}

async function remove(client: pg.ClientBase, file: string, table: string, ids: string[]): Promise<number> {
  const name = pg.escapeIdentifier(table)
  const { rowCount } = await client.query(`DELETE FROM ${name} WHERE id = ANY($1)`, [ids])
  await client.query('DELETE FROM loaded_row WHERE file = $3 AND table_name = $2 AND row_id = ANY($1)', [
    ids,
    table,
    file,
  ])
  return rowCount ?? 0
}

async function hold(client: pg.ClientBase, file: string, rows: Row[]): Promise<void> {
  await client.query(
    `INSERT INTO loaded_row (row_id, table_name, file, content)
     SELECT (value->>'id')::uuid, value->>'table', $2, $3 FROM jsonb_array_elements($1::jsonb)
     ON CONFLICT (file, table_name, row_id) DO UPDATE SET content = excluded.content`,
    [JSON.stringify(rows.map(({ table, values }) => ({ table, id: values.id }))), file, claimsNothing],
  )
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
     ON CONFLICT (file, table_name, row_id) DO UPDATE SET content = excluded.content`,
    [wanted, table, file],
  )
  const inserted = written.filter((row) => row.inserted).length
  return { inserted, updated: written.length - inserted }
}
