import { builder, open } from './builder.ts'

type Knowledge = 'day' | 'month' | 'season' | 'year' | 'no_later_than' | 'no_earlier_than' | 'open'

export const DateKnowledge = builder.enumType('DateKnowledge', {
  ...open('How well the first or last day of a period is known.'),
  values: {
    DAY: { value: 'day', description: 'The day itself is stated.' },
    MONTH: { value: 'month', description: 'Some day of that month.' },
    SEASON: { value: 'season', description: 'Some day of that spring, summer, autumn or winter.' },
    YEAR: { value: 'year', description: 'Some day of that year.' },
    NO_LATER_THAN: {
      value: 'no_later_than',
      description: 'It held on this day, the first evidence, and perhaps before.',
    },
    NO_EARLIER_THAN: {
      value: 'no_earlier_than',
      description: 'It held until this day, the last evidence, and perhaps after.',
    },
    OPEN: { value: 'open', description: 'Stated to last until further notice.' },
  },
})

export type PeriodRow = {
  validFrom: Date | null
  fromIs: Knowledge | null
  validTo: Date | null
  toIs: Knowledge | null
  lastConfirmedOn: Date | null
  isPlanned: boolean
}

/** The columns of a dated row that `Period` shows. */
export const periodColumns = {
  validFrom: true,
  fromIs: true,
  validTo: true,
  toIs: true,
  lastConfirmedOn: true,
  isPlanned: true,
} as const

export const Period = builder.objectRef<PeriodRow>('Period').implement({
  ...open('When something held, and how well that is known.'),
  fields: (t) => ({
    from: t.expose('validFrom', {
      ...open('First day; null when it is not bounded or not known.'),
      type: 'Date',
      nullable: true,
    }),
    fromIs: t.expose('fromIs', {
      ...open('How well the first day is known; null when there is none.'),
      type: DateKnowledge,
      nullable: true,
    }),
    to: t.expose('validTo', {
      ...open('First day on which it no longer held; null while it lasts or when no end is stated.'),
      type: 'Date',
      nullable: true,
    }),
    toIs: t.expose('toIs', {
      ...open('How well the end is known; null when nothing is said of an end.'),
      type: DateKnowledge,
      nullable: true,
    }),
    lastConfirmedOn: t.expose('lastConfirmedOn', {
      ...open('Last day on which a source says that it held; null when not recorded.'),
      type: 'Date',
      nullable: true,
    }),
    isPlanned: t.exposeBoolean('isPlanned', open('Whether the source says it will be, not that it is.')),
  }),
})
