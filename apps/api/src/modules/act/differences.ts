import type { Db } from '@samrad/db'
import type { ShownChange } from './act.ts'
import { namesOf } from './names.ts'

type StoredChange = { tableName: string; before: unknown; after: unknown }
type Values = Record<string, unknown>

// What tells nobody anything.
const silent = new Set(['id', 'fact_id', 'position', 'version', 'language', 'slug', 'agreed_owners', 'agreed_due_on'])

/** The changes of an act as people read them: without what is only bookkeeping, and with names for what is pointed at. */
export async function shownChanges(changes: StoredChange[], db: Db): Promise<ShownChange[]> {
  const told = changes.filter(({ tableName }) => tableName !== 'fact')
  const ids = told.flatMap(({ before, after }) =>
    [before, after].flatMap((row) => Object.values(row ?? {}).filter(isId)),
  )
  const names = await namesOf(db, ids)
  const say = (value: unknown) => (isId(value) ? (names.get(value)?.name ?? null) : textOf(value))
  return told.map(({ tableName, before, after }) => ({
    table: tableName,
    name: nameOf((after ?? before) as Values),
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    differences: differing(before as Values | null, after as Values | null).map(([column, one, other]) => ({
      column,
      before: say(one),
      after: say(other),
    })),
  }))
}

const nameOf = (row: Values): string | null => {
  const name = row['role_title'] ?? row['title'] ?? row['name'] ?? row['text']
  return typeof name === 'string' ? name : null
}

function differing(before: Values | null, after: Values | null): [string, unknown, unknown][] {
  const columns = Object.keys(after ?? before ?? {}).filter((column) => !silent.has(column))
  return columns
    .map((column): [string, unknown, unknown] => [column, before?.[column] ?? null, after?.[column] ?? null])
    .filter(([, one, other]) => JSON.stringify(one) !== JSON.stringify(other))
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value)

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
