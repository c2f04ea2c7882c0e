import { getDatamodel } from './generated/pothos-types.ts'

/** A read that cannot be one statement. */
export class NotKnown extends Error {}

export type Field = PrismaField & { column: string }
type PrismaField = (typeof models)[string]['fields'][number]

const { models } = getDatamodel().datamodel
const snakeCase = (name: string) => name.replaceAll(/(?<=.)([A-Z])/g, '_$1').toLowerCase()
/** The tables behind Prisma's models: every name is the model's in snake case, every reference is to an `id`. */
export const tables = new Map(Object.entries(models).map(([model, { fields }]) => [model, tableOf(model, fields)]))

function tableOf(model: string, fields: readonly PrismaField[]) {
  const all: Field[] = fields.map((field) => ({ ...field, column: snakeCase(field.name) }))
  return {
    name: snakeCase(model),
    fields: new Map(all.map((field) => [field.name, field])),
    columns: all.filter(({ kind }) => kind !== 'object'),
  }
}

export function fieldOf(model: string, name: string): Field {
  const field = tables.get(model)?.fields.get(name)
  if (!field) throw new NotKnown()
  return field
}

/** What joins a related table to its owner. */
export function joinSql(model: string, alias: string, field: Field, relatedAlias: string): string {
  const key = referenceOf(model, field)
  if (key) return `${relatedAlias}.id = ${alias}.${key}`
  const back = models[field.type]?.fields.find(
    ({ name, type, relationName }) =>
      relationName === field.relationName && type === model && !(field.type === model && name === field.name),
  )
  const backKey = back && referenceOf(field.type, back)
  if (!backKey) throw new NotKnown()
  return `${relatedAlias}.${backKey} = ${alias}.id`
}

function referenceOf(model: string, { relationFromFields = [] }: PrismaField): string | undefined {
  const [name] = relationFromFields
  return name && fieldOf(model, name).column
}

/** Prisma's `orderBy`, with its leading space. */
export function orderSql(model: string, alias: string, orderBy: unknown): string {
  const parts = [orderBy ?? []].flat().flatMap((order) =>
    Object.entries(order as object).map(([name, direction]) => {
      const { kind, column } = fieldOf(model, name)
      if (kind === 'object' || (direction !== 'asc' && direction !== 'desc')) throw new NotKnown()
      return `${alias}.${column} ${direction}`
    }),
  )
  return parts.length ? ` ORDER BY ${parts.join(', ')}` : ''
}

const plainTypes = new Set(['String', 'Int', 'Float', 'Boolean', 'Json'])

/** Whether a field holds an instant, as those do whose names end in «At»; other dates are days. */
export const isInstant = ({ name, type }: Pick<Field, 'name' | 'type'>): boolean =>
  type === 'DateTime' && name.endsWith('At')

/** A column as it goes into JSON. Days as their number since 1970, instants as milliseconds: shorter than text, and no text to read. */
export function columnSql(field: Field, alias: string): string {
  const { column, kind, type } = field
  if (kind === 'scalar' && type !== 'DateTime' && !plainTypes.has(type)) throw new NotKnown()
  if (isInstant(field)) return `floor(extract(epoch FROM ${alias}.${column}) * 1000)`
  return type === 'DateTime' ? `${alias}.${column} - DATE '1970-01-01'` : `${alias}.${column}`
}
