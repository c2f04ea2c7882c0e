import { columnSql, fieldOf, isInstant, joinSql, NotKnown, orderSql, tables, type Field } from './prisma-tables.ts'

/** A read as one statement, and how its rows are read back into what Prisma would have answered. */
export type Statement = { text: string; values: unknown[]; treeOf: (rows: Tree[]) => unknown }

/** A row of such a statement. */
export type Tree = { tree: unknown[] }

type Shape = Record<string, unknown>
type Reader = (cell: never) => unknown

/** A part of the tree: what PostgreSQL puts into its array, and how that array becomes an object. */
type Branch = { cells: string[]; read: (cells: unknown[]) => object }

/** The operations that can be one statement. */
export const readOperations = ['findUnique', 'findFirst', 'findMany']

// A function takes no more arguments.
const mostCells = 100

const understood = new Set(['where', 'select', 'include', 'orderBy'])

/**
 * One statement for a read that Prisma would send a statement per relation for. PostgreSQL builds the whole tree as
 * JSON arrays, one per row, under the row policies of the connection's role. Undefined for what it does not know:
 * that is left to Prisma, so a read is never refused or answered otherwise for being written in a new way.
 */
export function oneStatement(model: string, operation: string, args: Shape): Statement | undefined {
  if (!readOperations.includes(operation)) return undefined
  try {
    const writer = new Writer()
    const { text, read } = writer.tree(model, args, operation === 'findUnique')
    return operation === 'findMany'
      ? { text, values: writer.values, treeOf: (rows) => rows.map(({ tree }) => read(tree)) }
      : { text: `${text} LIMIT 1`, values: writer.values, treeOf: ([row]) => (row ? read(row.tree) : null) }
  } catch (error) {
    if (error instanceof NotKnown) return undefined
    throw error
  }
}

class Writer {
  readonly values: unknown[] = []
  #dates = new Map<number, string>()
  #tables = 0

  tree(model: string, shape: Shape, isOne: boolean) {
    const table = this.#table(model)
    const branch = this.#branch(model, table.alias, shape)
    const where = this.#where(model, table.alias, shape['where'] ?? {})
    // What names nothing, or in more ways than one, is Prisma's to judge.
    if (isOne && Object.keys(shape['where'] ?? {}).length !== 1) throw new NotKnown()
    const text = `SELECT ${arrayOf(branch)} AS tree FROM ${table.sql}${whereSql(where)}${orderSql(model, table.alias, shape['orderBy'])}`
    return { text, read: branch.read }
  }

  #table(model: string) {
    const alias = `t${this.#tables++}`
    return { alias, sql: `${tables.get(model)?.name} AS ${alias}` }
  }

  #branch(model: string, alias: string, shape: Shape): Branch {
    if (Object.keys(shape).some((key) => !understood.has(key))) throw new NotKnown()
    const { select, include } = shape as { select?: Shape; include?: Shape }
    if (select && (include || !Object.values(select).some(Boolean))) throw new NotKnown()
    const cells: string[] = []
    const keys: string[] = []
    const readers: (Reader | undefined)[] = []
    const add = (key: string, sql: string, reader?: Reader) => {
      keys.push(key)
      cells.push(sql)
      readers.push(reader)
    }
    for (const field of select ? [] : (tables.get(model)?.columns ?? []))
      add(field.name, columnSql(field, alias), readerOf(field))
    for (const [key, wanted] of Object.entries(select ?? include ?? {})) {
      if (!wanted) continue
      if (key === '_count') {
        if (wanted === true) throw new NotKnown()
        const counts = this.#counts(model, alias, wanted)
        add(key, arrayOf(counts), counts.read as Reader)
        continue
      }
      const field = fieldOf(model, key)
      if (field.kind !== 'object') {
        add(key, columnSql(field, alias), readerOf(field))
        continue
      }
      const related = this.#related(model, alias, field, wanted === true ? {} : (wanted as Shape))
      add(key, related.sql, related.read as Reader)
    }
    if (cells.length > mostCells) throw new NotKnown()
    return { cells, read: readCells(keys, readers) }
  }

  #related(model: string, alias: string, field: Field, shape: Shape) {
    const table = this.#table(field.type)
    const branch = this.#branch(field.type, table.alias, shape)
    const where = [
      joinSql(model, alias, field, table.alias),
      ...this.#where(field.type, table.alias, shape['where'] ?? {}),
    ]
    const order = orderSql(field.type, table.alias, shape['orderBy'])
    return field.isList
      ? {
          sql: `(SELECT coalesce(json_agg(${arrayOf(branch)}${order}), '[]') FROM ${table.sql}${whereSql(where)})`,
          read: (rows: unknown[][]) => rows.map(branch.read),
        }
      : {
          sql: `(SELECT ${arrayOf(branch)} FROM ${table.sql}${whereSql(where)})`,
          read: (row: unknown[] | null) => row && branch.read(row),
        }
  }

  #counts(model: string, alias: string, { select }: { select?: Shape }): Branch {
    const cells: string[] = []
    const keys: string[] = []
    for (const [key, wanted] of Object.entries(select ?? {})) {
      if (!wanted) continue
      const field = fieldOf(model, key)
      const table = this.#table(field.type)
      const where = wanted === true ? {} : ((wanted as Shape)['where'] ?? {})
      const conditions = [joinSql(model, alias, field, table.alias), ...this.#where(field.type, table.alias, where)]
      keys.push(key)
      cells.push(`(SELECT count(*) FROM ${table.sql}${whereSql(conditions)})`)
    }
    return { cells, read: readCells(keys, []) }
  }

  #where(model: string, alias: string, where: unknown): string[] {
    return Object.entries(defined(where)).flatMap(([key, wanted]): string[] => {
      if (key === 'AND') return [wanted].flat().flatMap((part) => this.#where(model, alias, part))
      if (key === 'OR') return [orSql([wanted].flat().map((part) => this.#someWhere(model, alias, part)))]
      const field = tables.get(model)?.fields.get(key)
      if (field?.kind === 'object') return [this.#relatedWhere(model, alias, field, defined(wanted))]
      // Values are written as days.
      if (field && isInstant(field) && wanted !== null) throw new NotKnown()
      if (field) return this.#compare(`${alias}.${field.column}`, wanted)
      // A compound key, named after its fields: `homeMunicipalityId_slug`.
      if (key === Object.keys(defined(wanted)).join('_')) return this.#where(model, alias, wanted)
      throw new NotKnown()
    })
  }

  #someWhere(model: string, alias: string, where: unknown): string[] {
    const conditions = this.#where(model, alias, where)
    if (!conditions.length) throw new NotKnown()
    return conditions
  }

  #relatedWhere(model: string, alias: string, field: Field, wanted: Shape): string {
    const table = this.#table(field.type)
    const exists = (conditions: string[]) =>
      `EXISTS (SELECT FROM ${table.sql}${whereSql([joinSql(model, alias, field, table.alias), ...conditions])})`
    const [[key, value] = [], ...more] = Object.entries(wanted)
    if (!field.isList && key === 'isNot' && value === null && !more.length) return exists([])
    if (!field.isList) return exists(this.#someWhere(field.type, table.alias, wanted))
    if (key === 'some' && !more.length) return exists(this.#where(field.type, table.alias, value))
    if (key === 'none' && !more.length) return `NOT ${exists(this.#where(field.type, table.alias, value))}`
    throw new NotKnown()
  }

  #compare(column: string, wanted: unknown): string[] {
    if (wanted === null) return [`${column} IS NULL`]
    if (typeof wanted !== 'object' || wanted instanceof Date) return [`${column} = ${this.#value(wanted)}`]
    return Object.entries(wanted).map(([operator, value]) => {
      if (operator === 'in' && Array.isArray(value)) return `${column} = ANY(${this.#add(value.map(asParameter))})`
      const sign = signs.get(operator)
      if (!sign) throw new NotKnown()
      return `${column} ${sign} ${this.#value(value)}`
    })
  }

  // A date is asked for many times in one statement and is one parameter; other values may differ in type.
  #value(value: unknown): string {
    if (!(value instanceof Date)) return this.#add(asParameter(value))
    if (value.getUTCFullYear() > lastYear) throw new NotKnown()
    const known = this.#dates.get(value.getTime())
    if (known) return known
    const added = this.#add(value.toISOString().slice(0, 10))
    this.#dates.set(value.getTime(), added)
    return added
  }

  #add(value: unknown): string {
    return `$${this.values.push(value)}`
  }
}

const orSql = (parts: string[][]) => `(${parts.map((all) => all.join(' AND ') || 'true').join(' OR ') || 'false'})`
const whereSql = (conditions: string[]) => (conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '')
const arrayOf = ({ cells }: Branch) => `json_build_array(${cells.join(', ')})`

const dayInMs = 86_400_000
const lastYear = 9999
const readDay = (day: number | null) => (day === null ? null : new Date(day * dayInMs))
const readInstant = (ms: number | null) => (ms === null ? null : new Date(ms))
const readerOf = (field: Field) => (isInstant(field) ? readInstant : field.type === 'DateTime' ? readDay : undefined)

function readCells(keys: string[], readers: (Reader | undefined)[]): Branch['read'] {
  return (cells) => {
    const row: Record<string, unknown> = {}
    for (let nth = 0; nth < keys.length; nth++) {
      const reader = readers[nth]
      row[keys[nth] as string] = reader ? reader(cells[nth] as never) : cells[nth]
    }
    return row
  }
}

function asParameter(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isInteger(value)) return value
  throw new NotKnown()
}

const signs = new Map([
  ['equals', '='],
  ['lt', '<'],
  ['lte', '<='],
  ['gt', '>'],
  ['gte', '>='],
])

/** A condition in which all is said: what is undefined means one thing here and another there. */
function defined(where: unknown): Shape {
  if (typeof where !== 'object' || where === null || Object.values(where).includes(undefined)) throw new NotKnown()
  return where as Shape
}
