import { GraphQLError, Kind } from 'graphql'
import type { builder } from './builder.ts'

export type Scalars = { Date: { Input: Date; Output: Date }; ID: { Input: string; Output: string } }

// PostgreSQL has no year 0.
const pattern = /^(?!0000)\d{4}-\d{2}-\d{2}$/

/** «2019-02-04» → midnight UTC of that day. Throws on anything else. */
export function parseDay(value: unknown): Date {
  const date = typeof value === 'string' && pattern.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
    throw new GraphQLError(`A date is written year-month-day, such as 2019-02-04, not «${String(value)}».`, {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  return date
}

const padded = (value: number, width = 2) => String(value).padStart(width, '0')

/** The same the other way. An answer may hold hundreds: this is several times as fast as `toISOString`. */
const dayText = (date: Date): string =>
  `${padded(date.getUTCFullYear(), 4)}-${padded(date.getUTCMonth() + 1)}-${padded(date.getUTCDate())}`

export function registerScalars(schema: typeof builder): void {
  schema.scalarType('Date', {
    description: 'A day, written year-month-day: `2019-02-04`.',
    subGraphs: ['open', 'admin'],
    serialize: dayText,
    parseValue: parseDay,
    parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
  })
}
