import type { VariablesOf } from '@samrad/schema/admin'
import { list, text } from '../form/fields'
import type { ChangeBody } from './acts'
import type { DeskBodyData } from './query'

/** What a body says, as it stands in its form: words and chosen values, empty where nothing is said. */
export type BodyDraft = {
  name: string
  shortName: string
  summary: string
  functions: string[]
  realisation: string
  realisedThrough: string
  isConfidential: boolean
  ages: { from: string; to: string; wording: string }
  levels: string[]
  areas: string[]
  reportsTo: string[]
  cadences: CadenceDraft[]
}
export type CadenceDraft = {
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

export type BodyState = VariablesOf<typeof ChangeBody>['state']

export const emptyCadence: CadenceDraft = {
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

export const emptyDraft: BodyDraft = {
  name: '',
  shortName: '',
  summary: '',
  functions: [],
  realisation: 'OWN_MEETINGS',
  realisedThrough: '',
  isConfidential: false,
  ages: { from: '', to: '', wording: '' },
  levels: [],
  areas: [],
  reportsTo: [],
  cadences: [],
}

const words = (value: string | number | null | undefined) => (value == null ? '' : String(value))

export function draftOf(body: DeskBodyData): BodyDraft {
  const { ages } = body
  return {
    name: body.name,
    shortName: words(body.shortName),
    summary: words(body.summary),
    functions: body.functions.map(({ kind }) => kind),
    realisation: body.realisation,
    realisedThrough: words(body.realisedThrough),
    isConfidential: body.isConfidential,
    ages: { from: words(ages?.from), to: words(ages?.to), wording: words(ages?.wording) },
    levels: body.levels.map(({ level }) => level.id),
    areas: body.areas.map(({ area }) => area.id),
    reportsTo: body.reportsTo.flatMap(({ parent }) => parent?.id ?? []),
    cadences: body.cadences.map(({ cadence }) => ({
      kind: cadence.kind,
      times: words(cadence.times),
      from: words(cadence.from),
      to: words(cadence.to),
      per: cadence.per ?? 'YEAR',
      every: words(cadence.every),
      unit: cadence.unit ?? 'WEEK',
      seasons: cadence.seasons,
      wording: words(cadence.wording),
    })),
  }
}

/** What somebody has typed into the form. */
export function draftFrom(form: FormData): BodyDraft {
  const cadence = (nth: number): CadenceDraft => {
    const field = (name: string) => text(form, `cadences.${nth}.${name}`)
    return {
      kind: field('kind'),
      times: field('times'),
      from: field('from'),
      to: field('to'),
      per: field('per'),
      every: field('every'),
      unit: field('unit'),
      seasons: list(form, `cadences.${nth}.seasons`),
      wording: field('wording'),
    }
  }
  const nths = Array.from({ length: 20 }, (_, nth) => nth).filter((nth) => form.has(`cadences.${nth}.kind`))
  return {
    name: text(form, 'name'),
    shortName: text(form, 'shortName'),
    summary: text(form, 'summary'),
    functions: list(form, 'functions'),
    realisation: text(form, 'realisation') || 'OWN_MEETINGS',
    realisedThrough: text(form, 'realisedThrough'),
    isConfidential: form.has('isConfidential'),
    ages: { from: text(form, 'ages.from'), to: text(form, 'ages.to'), wording: text(form, 'ages.wording') },
    levels: list(form, 'levels'),
    areas: list(form, 'areas'),
    reportsTo: list(form, 'reportsTo'),
    cadences: nths.map(cadence).filter(({ kind }) => kind),
  }
}

const orNull = (value: string) => value.trim() || null
const number = (value: string) => (value.trim() ? Number(value) : null)

/** What the API is to be told: only what differs, so that the rest is left as it is. `body` is what there is now. */
export function stateOf(draft: BodyDraft, before: BodyDraft, body?: DeskBodyData): BodyState {
  const isDifferent = (part: keyof BodyDraft) => JSON.stringify(draft[part]) !== JSON.stringify(before[part])
  const all: BodyState = {
    name: draft.name,
    shortName: orNull(draft.shortName),
    summary: orNull(draft.summary),
    functions: draft.functions as BodyState['functions'],
    realisation: draft.realisation as BodyState['realisation'],
    realisedThrough: orNull(draft.realisedThrough),
    isConfidential: draft.isConfidential,
    ages: agesOf(draft.ages),
    levels: draft.levels,
    areas: draft.areas,
    reportsTo: [
      ...draft.reportsTo.map((id) => ({ body: id })),
      // Those it reports to that are no bodies are kept.
      ...(body?.reportsTo ?? [])
        .filter(({ parent, parties }) => !parent && parties.length)
        .map(({ parties }) => ({ parties: parties.map((party) => partyInput(party as never)) })),
    ],
    cadences: draft.cadences.map(cadenceOf),
  }
  return Object.fromEntries(Object.entries(all).filter(([part]) => isDifferent(part as keyof BodyDraft)))
}

function agesOf({ from, to, wording }: BodyDraft['ages']): BodyState['ages'] {
  if (!from.trim() && !to.trim() && !wording.trim()) return null
  const said = wording.trim() || [from, to].filter(Boolean).join('–')
  return { from: number(from), to: number(to), wording: said }
}

function cadenceOf(draft: CadenceDraft): NonNullable<BodyState['cadences']>[number] {
  const kind = draft.kind as 'MINIMUM' | 'RANGE' | 'INTERVAL' | 'PER_SEASON' | 'IRREGULAR'
  const wording = orNull(draft.wording)
  const per = draft.per as 'YEAR'
  switch (kind) {
    case 'MINIMUM':
      return { kind, times: number(draft.times), per, wording }
    case 'RANGE':
      return { kind, from: number(draft.from), to: number(draft.to || draft.from), per, wording }
    case 'INTERVAL':
      return { kind, every: number(draft.every), unit: draft.unit as 'WEEK', wording }
    case 'PER_SEASON':
      return { kind, times: number(draft.times) ?? 1, seasons: draft.seasons as 'SPRING'[], wording }
    default:
      return { kind, wording }
  }
}

type Target = { id: string } | null
type PartyData = {
  roleTitle: string | null
  seat: Target
  organisation: Target
  post: Target
  body: Target
  by?: PartyData | null
}
type PartyInput = { by?: PartyInput | null } & Partial<
  Record<'roleTitle' | 'seat' | 'organisation' | 'post' | 'body', string>
>

/** A party as it is said again. */
export function partyInput(party: PartyData): PartyInput {
  const { roleTitle, seat, organisation, post, body, by } = party
  return {
    ...(roleTitle ? { roleTitle } : {}),
    ...(seat ? { seat: seat.id } : {}),
    ...(organisation ? { organisation: organisation.id } : {}),
    ...(post ? { post: post.id } : {}),
    ...(body ? { body: body.id } : {}),
    ...(by ? { by: partyInput(by) } : {}),
  }
}
