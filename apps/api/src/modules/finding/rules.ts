import type { Period } from '@samrad/db'
import type { Cadence } from '@samrad/schema'
import { inForce, isInForce, versionAt } from '../../in-force.ts'
import { keepsNationalAdvice } from '../body/rules.ts'

type Named = { id: string; slug: string }
type Party = { seat: Period | null; body: Period | null; post: Period | null; organisation: Period | null }

/** The parts of a register that are looked through. */
export type Register = {
  bodies: (Named & {
    versions: (Period & { name: string; realisation: string })[]
    functions: (Period & { kind: string })[]
    areas: (Period & { areaId: string })[]
    cadences: (Period & { cadence: unknown })[]
    seats: (Period & { roleTitle: string; organisationId: string | null })[]
    duties: (Period & { kind: string; fact: { parties: Party[] } })[]
    reportsTo: (Period & { parent: Period | null })[]
    levels: (Period & { level: Period })[]
    mandates: (Period & { title: string | null })[]
  })[]
  areas: (Named & {
    versions: (Period & { name: string })[]
    parts: (Period & { partId: string })[]
    servedBy: (Period & { isBorderEqual: boolean | null; organisation: { versions: (Period & { name: string })[] } })[]
  })[]
  schemes: (Named & { versions: (Period & { name: string })[]; agreements: (Period & { title: string })[] })[]
  documents: { id: string; slug: string; title: string; deadSince: Date | null }[]
}

export const findingKinds = [
  'body_without_seats',
  'body_without_leader',
  'seat_without_organisation',
  'duty_of_ended',
  'reports_to_ended',
  'stands_on_ended_level',
  'same_name',
  'area_without_body',
  'police_border_differs',
  'agreement_expires',
  'mandate_expires',
  'dead_link',
  'cadence_below_advice',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Something that is missing or odd in a register, and what it is about. */
export type Finding = {
  kind: FindingKind
  type: 'Body' | 'Area' | 'Scheme' | 'SourceDocument'
  id: string
  slug: string
  name: string
  /** The words it is about: a role, an agreement, who serves. */
  detail: string | null
  /** The day something expires or did. */
  on: Date | null
}

const soonInDays = 90
const dayInMs = 86_400_000

/** Looks a register through as it is on a day. What is left to judgement, such as the national advice, comes last. */
export function findingsIn(register: Register, day: Date): Finding[] {
  const found = [
    ...register.bodies.flatMap((body) => ofBody(body, day)),
    ...namesakes(register.bodies, day),
    ...ofAreas(register, day),
    ...register.schemes.flatMap((scheme) => ofScheme(scheme, day)),
    ...register.documents.flatMap(ofDocument),
  ]
  return found.toSorted((a, b) => findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind))
}

function ofBody(body: Register['bodies'][number], day: Date): Finding[] {
  const { name, realisation } = versionAt(body.versions, day)
  const found = (kind: FindingKind, detail: string | null = null, on: Date | null = null): Finding => ({
    kind,
    type: 'Body',
    id: body.id,
    slug: body.slug,
    name,
    detail,
    on,
  })
  const seats = inForce(body.seats, day)
  const duties = inForce(body.duties, day)
  const functions = inForce(body.functions, day).map(({ kind }) => kind)
  const cadences = inForce(body.cadences, day).map(({ cadence }) => cadence as Cadence)
  // What does its work through another has neither seats nor a leader of its own.
  const isOwn = realisation === 'own_meetings'
  return [
    ...(isOwn && !seats.length ? [found('body_without_seats')] : []),
    ...(isOwn && !duties.some(({ kind }) => kind === 'leads') ? [found('body_without_leader')] : []),
    ...seats
      .filter(({ organisationId }) => !organisationId)
      .map(({ roleTitle }) => found('seat_without_organisation', roleTitle)),
    ...duties
      .filter(({ fact }) => fact.parties.some((party) => hasEnded(party, day)))
      .map(({ kind }) => found('duty_of_ended', kind)),
    ...inForce(body.reportsTo, day)
      .filter(({ parent }) => parent && !isInForce(parent, day))
      .map(() => found('reports_to_ended')),
    ...inForce(body.levels, day)
      .filter(({ level }) => !isInForce(level, day))
      .map(() => found('stands_on_ended_level')),
    ...expiring(body.mandates, day).map(({ title, validTo }) => found('mandate_expires', title, validTo)),
    ...(keepsNationalAdvice(functions, cadences) === false ? [found('cadence_below_advice')] : []),
  ]
}

const hasEnded = ({ seat, body, post, organisation }: Party, day: Date): boolean =>
  [seat, body, post, organisation].some((one) => one !== null && one.validTo !== null && one.validTo <= day)

/** Rows in force that end within three months with nothing to follow; where none is in force, what ended within a year. */
function expiring<Row extends Period>(rows: Row[], day: Date): Row[] {
  const [soon, yearAgo] = [new Date(day.getTime() + soonInDays * dayInMs), new Date(day.getTime() - 365 * dayInMs)]
  const isFollowed = ({ validTo }: Row) =>
    rows.some(({ validFrom }) => validFrom !== null && validTo !== null && validFrom >= validTo)
  const ends = (from: Date, to: Date) => (row: Row) =>
    row.validTo !== null && row.validTo > from && row.validTo <= to && !isFollowed(row)
  const holding = inForce(rows, day)
  return holding.length ? holding.filter(ends(day, soon)) : rows.filter(ends(yearAgo, day))
}

function namesakes(bodies: Register['bodies'], day: Date): Finding[] {
  const named = bodies.map(({ id, slug, versions }) => ({ id, slug, name: versionAt(versions, day).name }))
  const groups = Map.groupBy(named, ({ name }) => name.trim().toLocaleLowerCase('nb'))
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.map((one) => ({ kind: 'same_name', type: 'Body', ...one, detail: null, on: null }) as const),
    )
}

function ofAreas({ areas, bodies }: Register, day: Date): Finding[] {
  const covered = new Set(bodies.flatMap((body) => inForce(body.areas, day).map(({ areaId }) => areaId)))
  // An area is covered also by what covers the whole it is a part of, or all its parts.
  const isCovered = (id: string): boolean => {
    if (covered.has(id)) return true
    const wholes = areas.filter(({ parts }) => inForce(parts, day).some(({ partId }) => partId === id))
    const own = inForce(areas.find((area) => area.id === id)?.parts ?? [], day)
    return (
      wholes.some((whole) => covered.has(whole.id)) ||
      (own.length > 0 && own.every(({ partId }) => covered.has(partId)))
    )
  }
  // Where no body covers an area, the municipality does not work by areas.
  const isByArea = covered.size > 0
  return areas.flatMap((area) => {
    const { name } = versionAt(area.versions, day)
    const found = (kind: FindingKind, detail: string | null): Finding => ({
      kind,
      type: 'Area',
      id: area.id,
      slug: area.slug,
      name,
      detail,
      on: null,
    })
    return [
      ...(isByArea && !isCovered(area.id) ? [found('area_without_body', null)] : []),
      ...inForce(area.servedBy, day)
        .filter(({ isBorderEqual }) => isBorderEqual === false)
        .map(({ organisation }) => found('police_border_differs', versionAt(organisation.versions, day).name)),
    ]
  })
}

function ofScheme({ id, slug, versions, agreements }: Register['schemes'][number], day: Date): Finding[] {
  const { name } = versionAt(versions, day)
  return expiring(agreements, day).map(({ title, validTo }) => ({
    kind: 'agreement_expires',
    type: 'Scheme',
    id,
    slug,
    name,
    detail: title,
    on: validTo,
  }))
}

const ofDocument = ({ id, slug, title, deadSince }: Register['documents'][number]): Finding[] =>
  deadSince ? [{ kind: 'dead_link', type: 'SourceDocument', id, slug, name: title, detail: null, on: deadSince }] : []
