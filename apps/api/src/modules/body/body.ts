import type { Ages as AgesValue, Cadence as CadenceValue } from '@samrad/schema'
import { Ages } from '../../ages.ts'
import { builder, open } from '../../builder.ts'
import { factFields, versionedFields } from '../../fact-fields.ts'
import { dated, during, held, inVersion, ofVersion, versionAt } from '../../in-force.ts'
import { keptFields } from '../../kept-fields.ts'
import { sortedByName } from '../../sorting.ts'
import { BodyCoverage } from '../area/area.ts'
import {
  BodyCadence,
  BodyDuty,
  BodyFunction,
  BodyLevel,
  BodyLiftRoute,
  BodyParticipation,
  BodyReporting,
  Mandate,
  StandingItem,
} from './relations.ts'
import { agreed, asSeen, keepsNationalAdvice, recordsOf, scheduleOf } from './rules.ts'
import { Seat } from './seat.ts'

export const Realisation = builder.enumType('Realisation', {
  ...open('How a body does its work.'),
  values: {
    OWN_MEETINGS: { value: 'own_meetings', description: 'In meetings of its own.' },
    THROUGH_OTHER: { value: 'through_other', description: 'In the meetings of another forum.' },
    NOT_OPERATIVE: { value: 'not_operative', description: 'It exists by name and mandate but does not meet.' },
  },
})

const Schedule = builder.enumType('Schedule', {
  ...open('Whether a body keeps its cadence.'),
  values: {
    ON_SCHEDULE: { value: 'on_schedule', description: 'It does.' },
    BEHIND: { value: 'behind', description: 'It has met less often than it is to.' },
    CANNOT_TELL: { value: 'cannot_tell', description: 'Too little is known of its meetings to say.' },
  },
})

export const BodyVersion = builder.prismaObject('BodyVersion', {
  ...open('What a body was called and how it worked, for as long as all of it was the same.'),
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name', open('Its name, in the municipality’s own words.')),
    shortName: t.exposeString('shortName', { ...open('A short form; null when there is none.'), nullable: true }),
    realisation: t.expose('realisation', { ...open('How it did its work.'), type: Realisation }),
    ...factFields(t),
  }),
})

export const Body = builder.prismaNode('Body', {
  ...open('A council, group or team (organ): a politiråd, a steering group, a youth team …'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', open('Its part of an address, unique within its home municipality.')),
    name: t.string({
      ...open('Name as of the date, in the municipality’s own words.'),
      ...ofVersion('name'),
    }),
    shortName: t.string({
      ...open('Short form of the name; null when there is none.'),
      nullable: true,
      ...ofVersion('shortName'),
    }),
    summary: t.string({
      ...open('What it is, in the municipality’s own words; null when nothing is said.'),
      nullable: true,
      ...ofVersion('summary'),
    }),
    realisation: t.field({
      ...open('How it does its work.'),
      type: Realisation,
      ...ofVersion('realisation'),
    }),
    realisedThrough: t.string({
      ...open('What does its work when it does not itself, in the words of the source; null otherwise.'),
      nullable: true,
      ...ofVersion('realisedThrough'),
    }),
    isConfidential: t.boolean({
      ...open('Whether it treats single cases. Its cases are never recorded in Samråd.'),
      ...ofVersion('isConfidential'),
    }),
    ages: t.field({
      ...open('The ages its work is for; null when not stated.'),
      type: Ages,
      nullable: true,
      select: inVersion('ages'),
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).ages as AgesValue | null,
    }),
    municipality: t.relation('homeMunicipality', open('Its home: the municipality that publishes it.')),
    versions: t.relation('versions', open('Its names and forms through time, whatever the date.')),
    ...versionedFields(t),
    ...keptFields(t),
  }),
})

builder.prismaObjectFields(Body, (t) => ({
  municipalities: t.field({
    ...open('The municipalities that take part on the date, the home’s included.'),
    type: [BodyParticipation],
    ...held('participations'),
  }),
  functions: t.field({
    ...open('What it is for on the date.'),
    type: [BodyFunction],
    select: (_args, _context, nested) => ({ ...dated, functions: nested({ select: { ...dated, kind: true } }) }),
    resolve: (body, _args, { asOf }) => sortedByName(during(body, body.functions, asOf), ({ kind }) => kind),
  }),
  levels: t.field({
    ...open('The levels of the scheme it stands on, on the date.'),
    type: [BodyLevel],
    ...held('levels'),
  }),
  areas: t.field({
    ...open('The areas it covers on the date; empty when it covers the whole municipality or no source says.'),
    type: [BodyCoverage],
    ...held('areas'),
  }),
  reportsTo: t.field({
    ...open('What it reports to on the date.'),
    type: [BodyReporting],
    select: (_args, _context, nested) => ({ ...dated, reportsTo: nested({ select: dated }) }),
    resolve: (body, _args, { asOf }) => sortedByName(during(body, body.reportsTo, asOf), ({ id }) => id),
  }),
  reporting: t.field({
    ...open('What reports to it on the date.'),
    type: [BodyReporting],
    ...held('reporting'),
  }),
  replaces: t.relation('replacements', open('What it took the place of, whatever the date.')),
  liftRoutes: t.field({
    ...open('To whom issues are lifted from it when they cannot be solved there, on the date.'),
    type: [BodyLiftRoute],
    ...held('liftRoutes'),
  }),
  replacedBy: t.field({
    ...open('The bodies that took its place, whatever the date.'),
    type: [Body],
    select: (_args, _context, nested) => ({
      parties: {
        where: { fact: { asBodyReplacement: { isNot: null } } },
        select: { fact: { select: { asBodyReplacement: { select: { body: nested() } } } } },
      },
    }),
    resolve: ({ parties }) => parties.flatMap(({ fact }) => fact.asBodyReplacement?.body ?? []),
  }),
  mandates: t.field({
    ...open('What it is to do, on the date, also where another body holds the mandate now.'),
    type: [Mandate],
    ...held('mandates'),
  }),
  mandatesHeld: t.field({
    ...open('Mandates of other bodies that have been moved to it, on the date.'),
    type: [Mandate],
    ...held('mandatesHeld'),
  }),
  seats: t.field({
    ...open('Its seats on the date, in the order of the source.'),
    type: [Seat],
    complexity: { multiplier: 12 },
    ...held('seats', { orderBy: { position: 'asc' } }),
  }),
  duties: t.field({
    ...open('Who leads, chairs, is secretary … on the date. A duty that is not here is not known.'),
    type: [BodyDuty],
    ...held('duties', { orderBy: { kind: 'asc' } }),
  }),
  cadences: t.field({
    ...open(
      'How often it meets, on the date: none when not known, several where sources differ or parts of it meet by themselves.',
    ),
    type: [BodyCadence],
    ...held('cadences'),
  }),
  schedule: t.field({
    ...open(
      'Whether the meetings known until the date keep the cadence; null when no cadence is known. Of several cadences only what they agree on is said.',
    ),
    type: Schedule,
    nullable: true,
    select: {
      ...dated,
      lastConfirmedOn: true,
      hasHiddenMeetings: true,
      cadences: true,
      meetings: {
        where: { status: { in: ['planned', 'held'] } },
        select: { heldOn: true },
        orderBy: { heldOn: 'asc' },
      },
    },
    resolve: (body, _args, { asOf }) => {
      const days = body.meetings.map(({ heldOn }) => heldOn)
      const records = recordsOf(days, body.lastConfirmedOn)
      const schedules = during(body, body.cadences, asOf).map(({ cadence }) =>
        scheduleOf(cadence as CadenceValue, days, records, asOf),
      )
      const schedule = agreed(schedules)
      return schedule && asSeen(schedule, body.hasHiddenMeetings)
    },
  }),
  keepsNationalAdvice: t.boolean({
    ...open(
      'For a politiråd or steering group: whether it plans at least four meetings a year, as the national guide advises. Null when the advice is not for it or its cadence is not known. Information, not a fault.',
    ),
    nullable: true,
    select: { ...dated, cadences: true, functions: true },
    resolve: (body, _args, { asOf }) => {
      const functions = during(body, body.functions, asOf).map(({ kind }) => kind)
      const cadences = during(body, body.cadences, asOf)
      return keepsNationalAdvice(
        functions,
        cadences.map(({ cadence }) => cadence as CadenceValue),
      )
    },
  }),
  standingItems: t.field({
    ...open('What is on every agenda, on the date, in order.'),
    type: [StandingItem],
    ...held('standingItems', { orderBy: { position: 'asc' } }),
  }),
}))
