import { sayCadence, type SaidCadence } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { list, text } from './fields'
import { notWhole, number, orNull, words } from './values'

/** How often something is held, to say it and to enter it again. */
export const DeskCadence = graphql(`
  fragment DeskCadence on Cadence @_unmask {
    kind
    times
    from
    to
    per
    every
    unit
    seasons
    wording
  }
`)

export type Cadence = {
  kind: string
  times: string
  from: string
  to: string
  per: string
  every: string
  unit: string
  seasons: string[]
  wording: string
}
export const emptyCadence: Cadence = {
  kind: '',
  times: '',
  from: '',
  to: '',
  per: 'YEAR',
  every: '',
  unit: 'WEEK',
  seasons: [],
  wording: '',
}

export type CadenceData = { [Part in keyof Cadence]: unknown } | null
const typedCadence = (data: CadenceData): Cadence => ({
  kind: words(data?.kind),
  times: words(data?.times),
  from: words(data?.from),
  to: words(data?.to),
  per: words(data?.per ?? 'YEAR'),
  every: words(data?.every),
  unit: words(data?.unit ?? 'WEEK'),
  seasons: (data?.seasons ?? []) as string[],
  wording: words(data?.wording),
})
function readCadence(form: FormData, name: string): Cadence {
  const part = (of: keyof Cadence) => text(form, `${name}.${of}`)
  return {
    kind: part('kind'),
    times: part('times'),
    from: part('from'),
    to: part('to'),
    per: part('per') || 'YEAR',
    every: part('every'),
    unit: part('unit') || 'WEEK',
    seasons: list(form, `${name}.seasons`),
    wording: part('wording'),
  }
}
function toldCadence({ kind, wording: typed, ...draft }: Cadence): object | null {
  const wording = orNull(typed)
  switch (kind) {
    case '':
      return null
    case 'MINIMUM':
      return { kind, times: number(draft.times), per: draft.per, wording }
    case 'RANGE':
      return { kind, from: number(draft.from), to: number(draft.to || draft.from), per: draft.per, wording }
    case 'INTERVAL':
      return { kind, every: number(draft.every), unit: draft.unit, wording }
    case 'PER_SEASON':
      return { kind, times: number(draft.times) ?? 1, seasons: draft.seasons, wording }
    default:
      return { kind, wording }
  }
}
const saidCadence = ({ times, from, to, every, ...rest }: Cadence) =>
  rest.kind
    ? sayCadence({
        ...rest,
        times: number(times),
        from: number(from),
        to: number(to || from),
        every: number(every),
      } as SaidCadence)
    : ''
// What is typed in a field that this kind has no use for is not told, and not seen.
const partsOfKind: Record<string, ('times' | 'from' | 'to' | 'every')[]> = {
  MINIMUM: ['times'],
  RANGE: ['from', 'to'],
  INTERVAL: ['every'],
  PER_SEASON: ['times'],
}
const cadenceFaults = (cadence: Cadence, name: string) =>
  notWhole(Object.fromEntries((partsOfKind[cadence.kind] ?? []).map((part) => [`${name}.${part}`, cadence[part]])))

/** The kind of field in which a cadence is typed. */
export const cadence = {
  empty: emptyCadence,
  typed: typedCadence,
  read: readCadence,
  told: toldCadence,
  said: saidCadence,
  faults: cadenceFaults,
}
