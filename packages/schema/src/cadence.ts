import { z } from 'zod'

const times = z.int().min(1).max(366)
const wording = z.string().min(1).optional().describe('as the source says it')

export const cadencePeriods = ['year', 'halfYear', 'quarter', 'month'] as const
export const cadenceUnits = ['day', 'week', 'month', 'year'] as const
export const seasons = ['winter', 'spring', 'summer', 'autumn'] as const

export type CadencePeriod = (typeof cadencePeriods)[number]
export type CadenceUnit = (typeof cadenceUnits)[number]
export type Season = (typeof seasons)[number]

const per = z.enum(cadencePeriods)

/**
 * How often a body or arena meets, without loss:
 * `minimum` («minimum fire møter per år»), `range` («2-3», or exactly: from = to), `interval` («hver fjerde uke»),
 * `perSeason` («ett på våren og ett på høsten»), `irregular`.
 */
export const Cadence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('minimum'), times, per, wording }),
  z
    .strictObject({ kind: z.literal('range'), from: times, to: times, per, wording })
    .refine(({ from, to }) => from <= to, 'from must not be more than to'),
  z.strictObject({ kind: z.literal('interval'), every: times, unit: z.enum(cadenceUnits), wording }),
  z.strictObject({ kind: z.literal('perSeason'), times, seasons: z.array(z.enum(seasons)).min(1), wording }),
  z.strictObject({ kind: z.literal('irregular'), wording }),
])
export type Cadence = z.infer<typeof Cadence>

const perYear: Record<CadencePeriod, number> = { year: 1, halfYear: 2, quarter: 4, month: 12 }
const unitsPerYear: Record<CadenceUnit, number> = { day: 365, week: 52, month: 12, year: 1 }

/** The fewest meetings in a year that keep a cadence; undefined when it promises none. */
export function fewestPerYear(cadence: Cadence): number | undefined {
  switch (cadence.kind) {
    case 'minimum':
      return cadence.times * perYear[cadence.per]
    case 'range':
      return cadence.from * perYear[cadence.per]
    case 'interval':
      return Math.floor(unitsPerYear[cadence.unit] / cadence.every)
    case 'perSeason':
      return cadence.times * cadence.seasons.length
    case 'irregular':
      return undefined
  }
}
