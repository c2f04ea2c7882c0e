import type { PartValue } from './parts.ts'

// What a version cannot be without: null says nothing about it.
const needed = new Set(['name', 'nameVariants', 'title', 'kind', 'realisation', 'isConfidential', 'state'])

/** The version that is said: of its columns only those that were given, texts without white space around. Undefined when none was. */
export function said(given: Record<string, unknown>): PartValue[] | undefined {
  const columns = Object.fromEntries(
    Object.entries(given)
      .filter(([column, value]) => value !== undefined && !(value === null && needed.has(column)))
      .map(([column, value]) => [column, typeof value === 'string' ? value.trim() || null : value]),
  )
  return Object.keys(columns).length ? [{ columns }] : undefined
}
