import type { labels } from '@samrad/i18n'

/** What one column says of a row. */
export type Cell = {
  text: string
  /** Where it leads, within the desk. */
  href?: string
  /** What it is sorted by, when that is not what it says: a day in ISO 8601. */
  key?: string
  /** What it says in a file, when that is more exact. */
  file?: string
  /** Shown as a tag. */
  visibility?: keyof typeof labels.visibility
}

/** A row of a list. */
export type Row = {
  id: string
  /** Which of the list's groups it belongs to. */
  group?: string
  /** Whether nothing can be done with it. */
  isFixed?: true
  /** One for each column, its name first. */
  cells: Cell[]
}

/** A list: its columns, its rows in the order they have when none is asked for, and what it can be narrowed to. */
export type List = {
  columns: string[]
  rows: Row[]
  groups?: { label: string; options: { value: string; label: string }[] }
}

/** What the address asks of a list. */
export type Asked = {
  text: string
  group: string
  /** Nth column from 0; with a minus for the other way. */
  sort: string
  page: number
}

export const pageSize = 50

/** Reads what is asked of a list from its address. */
export function askedOf(params: URLSearchParams): Asked {
  const page = Number(params.get('side') ?? '1')
  return {
    text: params.get('sok')?.trim() ?? '',
    group: params.get('bare') ?? '',
    sort: params.get('sorter') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

const collator = new Intl.Collator('nb', { numeric: true })
const folded = (text: string) => text.toLocaleLowerCase('nb')

/** The rows that are asked for, in the order that is asked for. */
export function narrowed(rows: readonly Row[], { text, group, sort }: Asked): Row[] {
  const wanted = folded(text).split(/\s+/).filter(Boolean)
  const found = rows.filter((row) => {
    const words = folded(row.cells.map((cell) => cell.text).join(' '))
    return wanted.every((word) => words.includes(word)) && (!group || row.group === group)
  })
  const [, isDown, column] = /^(-?)(\d+)$/.exec(sort) ?? []
  if (column === undefined) return found
  // «69 654» is one number.
  const key = ({ cells: { [Number(column)]: cell } }: Row) =>
    cell ? (cell.key ?? cell.text.replace(/(?<=\d)\s(?=\d{3}\b)/g, '')) : ''
  // What says nothing stands last, whichever way.
  return found.toSorted((a, b) => {
    if (!key(a) || !key(b)) return Number(!key(a)) - Number(!key(b))
    return collator.compare(key(a), key(b)) * (isDown ? -1 : 1)
  })
}

/** What a page shows of a list, and where the rest of it is. */
export type Shown = Omit<List, 'rows'> & {
  asked: Omit<Asked, 'page'>
  rows: Row[]
  /** How many rows there are, and how many of them were found. */
  total: number
  found: number
  /** Columns that it cannot be sorted by. */
  unsorted?: number[]
  /** Which page this is, of how many; null when they are not counted. */
  place: { page: number; pages: number } | null
  /** What to ask for to see the pages beside this one; null where there is none. */
  before: Record<string, string> | null
  after: Record<string, string> | null
}

/** What is shown of a list: one page of what is asked for, the last one when there are not so many. */
export function shownOf(list: List, params: URLSearchParams): Shown {
  const asked = askedOf(params)
  const found = narrowed(list.rows, asked)
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(asked.page, pages)
  return {
    ...list,
    asked,
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    total: list.rows.length,
    found: found.length,
    place: { page, pages },
    before: page > 1 ? { side: String(page - 1) } : null,
    after: page < pages ? { side: String(page + 1) } : null,
  }
}

// What begins so is a formula to a spreadsheet.
const safe = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string) => (/[";\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows for a Norwegian spreadsheet, with semicolons. */
export const csvLines = (rows: readonly string[][]): string =>
  rows.map((row) => `${row.map((cell) => quoted(safe(cell))).join(';')}\r\n`).join('')
