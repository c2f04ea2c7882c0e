import type {
  Cadence as CadenceValue,
  CadencePeriod as Per,
  CadenceUnit as Unit,
  Season as SeasonName,
} from '@samrad/schema'
import { builder, open } from './builder.ts'

const CadenceKind = builder.enumType('CadenceKind', {
  ...open('How a cadence is stated.'),
  values: {
    MINIMUM: { value: 'minimum', description: 'At least so many times in a period: «minimum fire møter per år».' },
    RANGE: {
      value: 'range',
      description: 'From so many to so many times in a period: «2–3»; exactly so many when both are equal.',
    },
    INTERVAL: { value: 'interval', description: 'Every so many weeks or months: «hver fjerde uke».' },
    PER_SEASON: {
      value: 'perSeason',
      description: 'So many times in each season named: «ett på våren og ett på høsten».',
    },
    IRREGULAR: { value: 'irregular', description: 'When there is need.' },
  },
})
const CadencePeriod = builder.enumType('CadencePeriod', {
  ...open('The period in which meetings are counted.'),
  values: {
    YEAR: { value: 'year', description: 'A year.' },
    HALF_YEAR: { value: 'halfYear', description: 'Half a year.' },
    QUARTER: { value: 'quarter', description: 'A quarter.' },
    MONTH: { value: 'month', description: 'A month.' },
  },
})
const CadenceUnit = builder.enumType('CadenceUnit', {
  ...open('The unit of an interval.'),
  values: {
    DAY: { value: 'day', description: 'Days.' },
    WEEK: { value: 'week', description: 'Weeks.' },
    MONTH: { value: 'month', description: 'Months.' },
    YEAR: { value: 'year', description: 'Years.' },
  },
})
const Season = builder.enumType('Season', {
  ...open('A season.'),
  values: {
    WINTER: { value: 'winter', description: 'December to February.' },
    SPRING: { value: 'spring', description: 'March to May.' },
    SUMMER: { value: 'summer', description: 'June to August.' },
    AUTUMN: { value: 'autumn', description: 'September to November.' },
  },
})

// One shape for all kinds: what a kind has not is undefined.
type AnyCadence = {
  kind: CadenceValue['kind']
  times?: number
  from?: number
  to?: number
  per?: Per
  every?: number
  unit?: Unit
  seasons?: SeasonName[]
  wording?: string | undefined
}

export const Cadence = builder.objectRef<AnyCadence>('Cadence').implement({
  ...open('How often a body or arena meets. Which fields are given depends on the kind; the others are null.'),
  fields: (t) => ({
    kind: t.field({ ...open('How it is stated.'), type: CadenceKind, resolve: ({ kind }) => kind }),
    times: t.int({
      ...open('MINIMUM: at least so many times; PER_SEASON: so many times each season.'),
      nullable: true,
      resolve: ({ times }) => times ?? null,
    }),
    from: t.int({ ...open('RANGE: at least.'), nullable: true, resolve: ({ from }) => from ?? null }),
    to: t.int({ ...open('RANGE: at most.'), nullable: true, resolve: ({ to }) => to ?? null }),
    per: t.field({
      ...open('MINIMUM and RANGE: in which period.'),
      type: CadencePeriod,
      nullable: true,
      resolve: ({ per }) => per ?? null,
    }),
    every: t.int({
      ...open('INTERVAL: how many units lie between meetings.'),
      nullable: true,
      resolve: ({ every }) => every ?? null,
    }),
    unit: t.field({
      ...open('INTERVAL: the unit.'),
      type: CadenceUnit,
      nullable: true,
      resolve: ({ unit }) => unit ?? null,
    }),
    seasons: t.field({
      ...open('PER_SEASON: which seasons; else empty.'),
      type: [Season],
      resolve: ({ seasons }) => seasons ?? [],
    }),
    wording: t.string({
      ...open('As the source says it; null when not recorded.'),
      nullable: true,
      resolve: ({ wording }) => wording ?? null,
    }),
  }),
})

export const CadenceInput = builder.inputType('CadenceInput', {
  description: 'How often a body or arena meets. Which fields are needed depends on the kind; others must be left out.',
  fields: (t) => ({
    kind: t.field({ description: 'How it is stated.', type: CadenceKind, required: true }),
    times: t.int({ description: 'MINIMUM: at least so many times; PER_SEASON: so many times each season.' }),
    from: t.int({ description: 'RANGE: at least.' }),
    to: t.int({ description: 'RANGE: at most.' }),
    per: t.field({ description: 'MINIMUM and RANGE: in which period.', type: CadencePeriod }),
    every: t.int({ description: 'INTERVAL: how many units lie between meetings.' }),
    unit: t.field({ description: 'INTERVAL: the unit.', type: CadenceUnit }),
    seasons: t.field({ description: 'PER_SEASON: which seasons.', type: [Season] }),
    wording: t.string({ description: 'As the municipality says it.' }),
  }),
})

/** The cadence that is given, still to be checked: without what is null. */
export const cadenceOf = (given: typeof CadenceInput.$inferInput): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value != null))
