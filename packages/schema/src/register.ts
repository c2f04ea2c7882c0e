import { z } from 'zod'

/** Text without the white space around it, of which something is seen. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), 'required')
const optional = <Value extends z.ZodType>(value: Value) => value.nullish()

/** The longest texts of the register, in characters. */
export const longest = { name: 200, shortName: 40, line: 500, summary: 5_000 }

// What is pointed at is looked up by who stores it.
const reference = z.unknown().optional()
const party = {
  seat: reference,
  organisation: reference,
  post: reference,
  body: reference,
  roleTitle: optional(line(longest.name)),
}
const isExactlyOne = (given: Record<string, unknown>) =>
  ['seat', 'organisation', 'post', 'body', 'roleTitle'].filter((kind) => given[kind] != null).length === 1

/** Somebody who leads, is responsible or owns: exactly one of a seat, organisation, post, body and role title. */
export const PartyRules = z
  .object({ ...party, by: optional(z.object(party).refine(isExactlyOne, 'exactly_one')) })
  .refine(isExactlyOne, 'exactly_one')

/** What a body may say of itself; the API and the forms ask the same. */
export const BodyRules = z.object({
  name: optional(line(longest.name)),
  shortName: optional(line(longest.shortName)),
  summary: optional(line(longest.summary)),
  realisedThrough: optional(line(longest.line)),
  functions: optional(z.array(reference).max(20)),
  levels: optional(z.array(reference).max(20)),
  areas: optional(z.array(reference).max(100)),
  municipalities: optional(z.array(reference).max(50)),
  cadences: optional(z.array(reference).max(10)),
  standingItems: optional(z.array(line(longest.line)).max(100)),
  duties: optional(z.array(z.object({ parties: z.array(PartyRules).min(1).max(20) })).max(40)),
  reportsTo: optional(
    z
      .array(
        z
          .object({ body: reference, parties: optional(z.array(PartyRules).max(20)) })
          .refine(({ body, parties }) => (body != null) !== Boolean(parties?.length), 'exactly_one'),
      )
      .max(20),
  ),
  replaces: optional(z.array(z.object({ parties: z.array(PartyRules).min(1).max(20) })).max(20)),
  mandates: optional(
    z
      .array(z.object({ title: optional(line(longest.name)), clauses: z.array(line(longest.summary)).min(1).max(100) }))
      .max(20),
  ),
  seats: optional(
    z.array(z.object({ roleTitle: line(longest.name), groupTitle: optional(line(longest.name)) })).max(200),
  ),
})

/** What an organisation may say of itself. */
export const OrganisationRules = z.object({
  parents: optional(z.array(reference).max(20)),
  areas: optional(z.array(reference).max(100)),
  successors: optional(z.array(reference).max(20)),
  name: optional(line(longest.name)),
  shortName: optional(line(longest.shortName)),
})

const partiesTogether = z.object({ parties: z.array(PartyRules).min(1).max(20) })
const percent = z.int().min(1).max(100)

/** What an area may say of itself. */
export const AreaRules = z.object({
  name: optional(line(longest.name)),
  nameVariants: optional(z.array(line(longest.name)).max(20)),
  parts: optional(z.array(reference).max(100)),
  servedBy: optional(z.array(reference).max(100)),
  populations: optional(
    z.array(z.object({ count: z.int().min(0).max(10_000_000), wording: optional(line(longest.line)) })).max(100),
  ),
})

/** What a scheme may say of itself. */
export const SchemeRules = z.object({
  municipalities: optional(z.array(reference).max(50)),
  name: optional(line(longest.name)),
  summary: optional(line(longest.summary)),
  levels: optional(z.array(z.object({ name: line(longest.name) })).max(10)),
  targetGroups: optional(z.array(z.object({ title: line(longest.line) })).max(40)),
  partnerships: optional(z.array(reference).max(100)),
  events: optional(z.array(z.object({ title: line(longest.line), reference: optional(line(longest.name)) })).max(200)),
  agreements: optional(
    z.array(z.object({ title: line(longest.line), parties: z.array(PartyRules).min(1).max(40) })).max(100),
  ),
})

/** What a coordinator’s post may say of itself. */
export const CoordinatorPostRules = z.object({
  municipalities: optional(z.array(reference).max(50)),
  title: optional(line(longest.name)),
  percent: optional(percent),
  summary: optional(line(longest.summary)),
  reportsTo: optional(z.array(partiesTogether).max(20)),
  portfolio: optional(z.array(z.object({ level: optional(z.int().min(1).max(2)), text: line(longest.line) })).max(200)),
})

/** What an arena may say of itself. */
export const ArenaRules = z.object({
  municipalities: optional(z.array(reference).max(50)),
  title: optional(line(longest.name)),
  number: optional(z.int().min(0).max(10_000)),
  place: optional(line(longest.line)),
  content: optional(line(longest.summary)),
  areas: optional(z.array(reference).max(100)),
  responsible: optional(z.array(partiesTogether).max(20)),
  participants: optional(z.array(partiesTogether).max(100)),
})

/** What may be said of a document. */
export const DocumentRules = z.object({
  title: line(longest.line),
  publisher: optional(line(longest.name)),
  url: optional(z.url({ protocol: /^https?$/, error: 'not_an_address' }).max(2_000)),
  licence: optional(line(longest.name)),
  annotation: optional(line(longest.summary)),
})

/** What may be said of where a document says something. */
export const CitationRules = z.object({
  place: optional(line(longest.name)),
  quote: optional(line(longest.summary)),
  annotation: optional(line(longest.summary)),
})

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/
const timeOfDay = z.string().regex(timePattern, 'not_a_time')
const isTime = (text: string | null | undefined): text is string => timePattern.test(text ?? '')

/** What may be said of a meeting. */
export const MeetingRules = z
  .object({
    startsAt: optional(timeOfDay),
    endsAt: optional(timeOfDay),
    place: optional(line(longest.line)),
    round: optional(line(longest.shortName)),
  })
  .refine(({ startsAt, endsAt }) => !endsAt || Boolean(startsAt), { path: ['startsAt'], error: 'required' })
  .refine(({ startsAt, endsAt }) => !isTime(startsAt) || !isTime(endsAt) || startsAt < endsAt, {
    path: ['endsAt'],
    error: 'ends_before',
  })

/** What is wrong with something typed, as a code that forms say in the reader's language. */
export type FieldFault = 'required' | 'too_long' | 'too_many' | 'invalid' | (typeof said)[number]

/** The faults of a value by the path of each field, such as `seats.3.roleTitle`; undefined when there are none. */
export function faultsOf(rules: z.ZodType, value: unknown): Record<string, FieldFault> | undefined {
  const { error } = rules.safeParse(value)
  return error && Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), faultOf(issue)]))
}

// What a rule above says itself.
const said = ['exactly_one', 'required', 'not_a_time', 'ends_before', 'not_an_address'] as const

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'invalid' : 'required'
  if (issue.code === 'too_big' && issue.origin === 'number') return 'invalid'
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'too_many' : 'too_long'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  return said.find((fault) => fault === issue.message) ?? 'invalid'
}
