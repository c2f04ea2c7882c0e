import { z } from 'zod'

export type Knowledge = 'day' | 'month' | 'season' | 'year' | 'no_later_than' | 'no_earlier_than' | 'open'
/** A day as the database keeps it, and how well it is known. `on` is null only for «open». */
export type KnownDay = { on: string | null; is: Knowledge }

const seasonMonth: Record<string, string> = { winter: '12', spring: '03', summer: '06', autumn: '09' }
const prefixes: Record<string, Knowledge> = { 'no later than': 'no_later_than', 'no earlier than': 'no_earlier_than' }
const shape = /^(?:(no later than|no earlier than) )?(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-(winter|spring|summer|autumn))?$/

/** Reads «2019-02-04», «2016-10», «2015-autumn», «2013», «no later than 2019-02-20» and «open». Undefined when it is none of them. */
export function readDay(text: string): KnownDay | undefined {
  if (text === 'open') return { on: null, is: 'open' }
  const [whole, prefix, year, month, day, season] = shape.exec(text) ?? []
  if (!whole) return undefined
  const on = `${year}-${month ?? seasonMonth[season ?? ''] ?? '01'}-${day ?? '01'}`
  if (Number.isNaN(Date.parse(on)) || new Date(on).toISOString().slice(0, 10) !== on) return undefined
  const known: Knowledge = day ? 'day' : month ? 'month' : season ? 'season' : 'year'
  return { on, is: prefix ? (prefixes[prefix] ?? known) : known }
}

/** A day in a data file, with how well it is known. */
export const Day = z
  .union([z.string(), z.int()])
  .transform((value, context) => {
    const day = readDay(String(value))
    if (day) return day
    context.addIssue({
      code: 'custom',
      message:
        'write a date as 2019-02-04, 2016-10, 2015-autumn or 2013, «no later than 2019-02-20», «no earlier than …» or «open»',
    })
    return z.NEVER
  })
  .describe('a date and how well it is known: 2019-02-04, 2016-10, 2015-autumn, 2013, no later than 2019-02-20, open')

/** A day that must be exact. */
export const ExactDay = z
  .string()
  .refine((value) => readDay(value)?.is === 'day', 'write the day as 2019-02-04')
  .describe('an exact day: 2019-02-04')
