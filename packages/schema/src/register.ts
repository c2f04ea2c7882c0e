import { z } from 'zod'
import { line, longest, optional, reference } from './text.ts'

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
  liftRoutes: optional(
    z.array(z.object({ parties: z.array(PartyRules).min(1).max(20), note: optional(line(longest.line)) })).max(20),
  ),
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
