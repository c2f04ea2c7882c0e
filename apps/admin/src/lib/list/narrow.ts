/** A row of a list: what each column says, the name first. */
export type Row = {
  id: string
  /** Address within the municipality. */
  href: string
  name: string
  visibility: 'PUBLIC' | 'NEIGHBOURS' | 'INTERNAL'
  cells: string[]
}

/** What the address asks of a list. */
export type Asked = {
  text: string
  visibility: string
  /** Nth column, from 0 for the name; below zero and minus one for the other way. */
  sort: string
  page: number
}

export const pageSize = 50

/** Reads what is asked of a list from its address. */
export function askedOf(params: URLSearchParams): Asked {
  const page = Number(params.get('side') ?? '1')
  return {
    text: params.get('sok')?.trim() ?? '',
    visibility: params.get('synlighet') ?? '',
    sort: params.get('sorter') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

const collator = new Intl.Collator('nb', { numeric: true })
const folded = (text: string) => text.toLocaleLowerCase('nb')

/** The rows that are asked for, in the order that is asked for. Without an order they stay as they are given. */
export function narrowed(rows: readonly Row[], { text, visibility, sort }: Asked): Row[] {
  const wanted = folded(text).split(/\s+/).filter(Boolean)
  const found = rows.filter((row) => {
    const words = folded([row.name, ...row.cells].join(' '))
    return wanted.every((word) => words.includes(word)) && (!visibility || row.visibility === visibility)
  })
  const [, isDown, column] = /^(-?)(\d+)$/.exec(sort) ?? []
  if (column === undefined) return found
  // «69 654» is one number.
  const cell = (row: Row) =>
    (column === '0' ? row.name : (row.cells[Number(column) - 1] ?? '')).replace(/(?<=\d)\s(?=\d{3}\b)/g, '')
  // What says nothing stands last, whichever way.
  return found.toSorted((a, b) => {
    if (!cell(a) || !cell(b)) return Number(!cell(a)) - Number(!cell(b))
    return collator.compare(cell(a), cell(b)) * (isDown ? -1 : 1)
  })
}

/** One page of rows; the last one when there are not so many. */
export function pageOf(rows: readonly Row[], page: number): { rows: Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const shown = Math.min(page, pages)
  return { rows: rows.slice((shown - 1) * pageSize, shown * pageSize), page: shown, pages }
}

// What begins so is a formula to a spreadsheet.
const safe = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string) => (/[";\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The rows for a Norwegian spreadsheet: semicolons, and a mark that says UTF-8. */
export const csvOf = (columns: readonly string[], rows: readonly string[][]): string =>
  `\uFEFF${[columns, ...rows].map((row) => row.map((cell) => quoted(safe(cell))).join(';')).join('\r\n')}\r\n`
