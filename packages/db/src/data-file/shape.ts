import { Ages, Cadence } from '@samrad/schema'
import { z } from 'zod'
import { dated, key, municipality, parties, Party, text, timeOfDay, versions, visibility } from './atoms.ts'
import { Day, ExactDay } from './dates.ts'

const SourceDocument = z.strictObject({
  key,
  title: text,
  publisher: text.optional(),
  published: Day.optional(),
  evidence: z
    .strictObject({ from: ExactDay, confirmed: ExactDay })
    .optional()
    .describe('the days the document bears witness of; without it the day it was published'),
  url: z.url({ protocol: /^https?$/, error: 'write a web address that begins with https://' }).optional(),
  licence: text.optional(),
  note: text.optional(),
})

const Area = z.strictObject({
  ...dated,
  key,
  kind: z.enum(['byomraade', 'bydel', 'other']),
  name: text,
  variants: z.array(text).default([]),
  versions: versions({ kind: z.enum(['byomraade', 'bydel', 'other']), name: text, variants: z.array(text) }),
  parts: z.array(key).default([]),
  population: z
    .array(z.strictObject({ on: ExactDay, count: z.int().min(0), wording: text.optional(), source: dated.source }))
    .default([]),
  visibility: visibility.optional(),
})

const Organisation = z.strictObject({
  ...dated,
  key,
  kind: z.enum(['municipal', 'police', 'county', 'state', 'voluntary', 'business', 'faith', 'research', 'other']),
  name: text,
  shortName: text.optional(),
  national: z
    .boolean()
    .default(false)
    .describe('belongs to no municipality: a police district, a directorate, a company'),
  versions: versions({ name: text, shortName: text }),
  parents: z.array(z.strictObject({ ...dated, organisation: key })).default([]),
  successor: z.strictObject({ ...dated, organisation: key }).optional(),
  areas: z.array(z.strictObject({ ...dated, area: key, isBorderEqual: z.boolean().optional() })).default([]),
  visibility: visibility.optional(),
})

const Scheme = z.strictObject({
  ...dated,
  key,
  name: text,
  summary: text.optional(),
  versions: versions({ name: text, summary: text }),
  municipalities: z.array(municipality).default([]),
  levels: z.array(z.strictObject({ ...dated, key, name: text, isOperative: z.boolean().default(true) })).default([]),
  events: z
    .array(
      z.strictObject({
        ...dated,
        kind: z.enum(['adopted', 'coordinator_started', 'constituted', 'extended', 'continued', 'reversed', 'other']),
        title: text,
        reference: text.optional().describe('case number'),
      }),
    )
    .default([]),
  agreements: z.array(z.strictObject({ ...dated, title: text, signed: ExactDay.optional(), parties })).default([]),
  targetGroups: z.array(z.strictObject({ ...dated, title: text, ages: Ages.optional() })).default([]),
  partners: z.array(z.strictObject({ ...dated, organisation: key })).default([]),
  visibility: visibility.optional(),
})

const Post = z.strictObject({
  ...dated,
  key,
  title: text,
  percent: z.int().min(1).max(100).optional(),
  ages: Ages.optional(),
  summary: text.optional(),
  versions: versions({ title: text, percent: z.int().min(1).max(100), ages: Ages, summary: text }),
  municipalities: z.array(municipality).default([]),
  reportsTo: z.array(z.strictObject({ ...dated, parties })).default([]),
  portfolio: z.array(z.strictObject({ ...dated, text, items: z.array(text).default([]) })).default([]),
  visibility: visibility.optional(),
})

const Seat = z.strictObject({
  ...dated,
  role: text,
  group: text.optional(),
  organisation: key.optional(),
  attachment: z.enum(['by_agreement', 'standing_invitation', 'on_demand', 'guest', 'member']),
  quantity: z.enum(['one', 'all', 'some']).default('one'),
  holders: z.array(z.strictObject({ ...dated, name: text, visibility: visibility.default('internal') })).default([]),
})

const bodyAttributes = {
  name: text,
  shortName: text.optional(),
  realisation: z.enum(['own_meetings', 'through_other', 'not_operative']).default('own_meetings'),
  realisedThrough: text.optional().describe('what does its work instead, in the words of the source'),
  isConfidential: z.boolean().default(false).describe('treats individual cases, which are never recorded here'),
  ages: Ages.optional(),
  summary: text.optional(),
}
const functionKinds = [
  'politiraad',
  'styringsgruppe',
  'koordineringsgruppe',
  'arbeidsgruppe',
  'ungdomsteam',
  'prosjektgruppe',
  'beredskapsgruppe',
  'kjernegruppe',
  'dialogforum',
  'grensegruppe',
  'nettverk',
  'other',
] as const

const Agenda = z
  .strictObject({
    state: z.enum(['draft', 'published', 'closed']).default('draft'),
    closedBecause: text.optional(),
    items: z
      .array(
        z.strictObject({
          title: text,
          kind: z.enum(['information', 'discussion', 'decision']).optional(),
          text: text.optional(),
          minutes: z.int().min(1).max(600).optional(),
          presenters: parties.optional(),
          issue: key.optional().describe('key of the issue that is up'),
          visibility: visibility.optional(),
          legalGround: text.optional(),
          source: dated.source,
        }),
      )
      .default([]),
  })
  .refine(({ state, closedBecause }) => (state === 'closed') === Boolean(closedBecause), {
    message: 'a closed agenda, and no other, has closedBecause',
  })

const Body = z.strictObject({
  ...dated,
  ...bodyAttributes,
  key,
  name: text.optional(),
  versions: z
    .array(z.strictObject({ ...dated, ...bodyAttributes }))
    .default([])
    .describe('states through time, instead of the one name'),
  municipalities: z
    .array(z.strictObject({ ...dated, municipality }))
    .default([])
    .describe('who takes part beside its home'),
  functions: z
    .array(
      z.union([
        z.enum(functionKinds).transform((kind) => ({ kind })),
        z.strictObject({ ...dated, kind: z.enum(functionKinds) }),
      ]),
    )
    .default([]),
  levels: z.array(z.strictObject({ ...dated, level: key })).default([]),
  areas: z.array(z.strictObject({ ...dated, area: key })).default([]),
  reportsTo: z.array(z.strictObject({ ...dated, body: key.optional(), parties: parties.optional() })).default([]),
  replaces: z.array(z.strictObject({ ...dated, parties })).default([]),
  lifts: z
    .array(
      z.strictObject({
        ...dated,
        direction: z.enum(['up', 'down', 'across', 'out']),
        parties,
        which: text.optional().describe('which issues go this way'),
      }),
    )
    .default([])
    .describe('to whom issues are lifted from it'),
  mandates: z
    .array(z.strictObject({ ...dated, title: text.optional(), heldBy: key.optional(), clauses: z.array(text).min(1) }))
    .default([]),
  duties: z
    .array(
      z.strictObject({
        ...dated,
        duty: z.enum(['leads', 'deputises', 'chairs_meetings', 'secretary', 'secretariat', 'convenes']),
        parties,
      }),
    )
    .default([]),
  cadences: z.array(z.strictObject({ ...dated, cadence: Cadence })).default([]),
  standingItems: z.array(z.strictObject({ ...dated, items: z.array(text).min(1) })).default([]),
  seats: z.array(Seat).default([]),
  meetings: z
    .array(
      z.strictObject({
        on: ExactDay,
        start: timeOfDay.optional(),
        end: timeOfDay.optional(),
        round: text.optional(),
        status: z.enum(['planned', 'held', 'moved', 'cancelled']).default('planned'),
        place: text.optional(),
        visibility: visibility.optional(),
        source: dated.source,
        agenda: Agenda.optional(),
      }),
    )
    .default([]),
  visibility: visibility.optional(),
})

const Arena = z.strictObject({
  ...dated,
  key,
  number: z.int().optional(),
  title: text,
  state: z.enum(['wished', 'established', 'ended']),
  cadence: Cadence.optional(),
  place: text.optional(),
  isRotating: z.boolean().optional(),
  content: text.optional(),
  versions: versions({
    number: z.int(),
    title: text,
    state: z.enum(['wished', 'established', 'ended']),
    cadence: Cadence,
    place: text,
    isRotating: z.boolean(),
    content: text,
  }),
  areas: z.array(key).default([]),
  municipalities: z.array(municipality).default([]),
  responsible: z.array(z.strictObject({ ...dated, parties })).default([]),
  participants: z.array(z.strictObject({ ...dated, parties, isOnDemand: z.boolean().default(false) })).default([]),
  visibility: visibility.optional(),
})

const Lift = z
  .strictObject({
    from: key.optional().describe('key of the body that lifted it'),
    direction: z.enum(['up', 'down', 'across', 'out']),
    to: key.optional().describe('key of the body it was lifted to'),
    toOther: Party.optional().describe('who it was lifted to outside the structure'),
    on: Day.optional(),
    question: text,
    wantedDecision: text.optional(),
    answerBy: ExactDay.optional(),
    answer: text.optional(),
    answered: ExactDay.optional(),
    source: dated.source,
  })
  .refine(({ to, toOther }) => !to !== !toOther, 'name exactly one of to and toOther')
  .refine(({ answer, answered }) => !answer === !answered, 'an answer has its day in answered')
  .refine(({ from, to }) => !to || from !== to, 'an issue is lifted to another body than the one that lifts it')

const Issue = z
  .strictObject({
    key,
    title: text,
    kind: z.enum(['trend', 'challenge', 'cooperation']).optional(),
    text: text.optional(),
    themes: z.array(text).max(8).default([]),
    raised: Day.optional(),
    raisedBy: z.array(Party).default([]),
    bodies: z.array(key).min(1).describe('keys of the bodies where it is or was up'),
    state: z.enum(['open', 'closed', 'unknown']).default('open'),
    closed: ExactDay.optional(),
    outcome: text.optional().describe('what came of it'),
    related: z.array(key).default([]).describe('keys of issues about the same thing, seen from another place'),
    lifts: z.array(Lift).default([]),
    visibility: visibility.optional(),
    source: dated.source,
  })
  .refine(
    ({ state, closed, outcome }) => state === 'closed' || (!closed && !outcome),
    'only what is closed has closed and outcome',
  )
  .refine(
    ({ state, lifts }) => state !== 'closed' || lifts.every(({ answer }) => answer),
    'what is closed has no lift without an answer',
  )
  .refine(({ key: own, related }) => !related.includes(own), 'an issue is not related to itself')

/** One municipality's structure as a file: what README calls a data file. */
export const MunicipalityFile = z.strictObject({
  municipality,
  language: z.string().length(2).default('nb'),
  visibility: visibility.default('internal').describe('of everything that does not say otherwise'),
  municipalitiesAbroad: z
    .array(
      z.strictObject({
        country: z.string().length(2),
        number: z.string().regex(/^\d{4}$/),
        name: text,
        isNeighbour: z.boolean().default(false),
      }),
    )
    .default([]),
  documents: z.array(SourceDocument).default([]),
  areas: z.array(Area).default([]),
  organisations: z.array(Organisation).default([]),
  schemes: z.array(Scheme).default([]),
  posts: z.array(Post).default([]),
  bodies: z.array(Body).default([]),
  arenas: z.array(Arena).default([]),
  issues: z.array(Issue).default([]),
})
export type MunicipalityFile = z.infer<typeof MunicipalityFile>
