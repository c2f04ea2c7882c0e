import type { Ages as AgesValue, Cadence as CadenceValue } from '@samrad/schema'
import { Ages } from '../../ages.ts'
import { builder, open } from '../../builder.ts'
import { factFields } from '../../fact-fields.ts'
import { bounds, during, versionAt } from '../../in-force.ts'
import { sortedByName } from '../../sorting.ts'
import { BodyCoverage } from '../area/area.ts'
import {
  BodyCadence,
  BodyDuty,
  BodyFunction,
  BodyLevel,
  BodyParticipation,
  BodyReporting,
  Mandate,
  StandingItem,
} from './relations.ts'
import { asSeen, keepsNationalAdvice, recordsOf, scheduleOf } from './rules.ts'
import { Seat } from './seat.ts'

const Realisation = builder.enumType('Realisation', {
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
  fields: (t) => ({
    slug: t.exposeString('slug', open('Its part of an address, unique within its home municipality.')),
    name: t.string({
      ...open('Name as of the date, in the municipality’s own words.'),
      select: { versions: true },
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).name,
    }),
    shortName: t.string({
      ...open('Short form of the name; null when there is none.'),
      nullable: true,
      select: { versions: true },
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).shortName,
    }),
    summary: t.string({
      ...open('What it is, in the municipality’s own words; null when nothing is said.'),
      nullable: true,
      select: { versions: true },
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).summary,
    }),
    realisation: t.field({
      ...open('How it does its work.'),
      type: Realisation,
      select: { versions: true },
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).realisation,
    }),
    realisedThrough: t.string({
      ...open('What does its work when it does not itself, in the words of the source; null otherwise.'),
      nullable: true,
      select: { versions: true },
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).realisedThrough,
    }),
    isConfidential: t.boolean({
      ...open('Whether it treats single cases. Its cases are never recorded in Samråd.'),
      select: { versions: true },
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).isConfidential,
    }),
    ages: t.field({
      ...open('The ages its work is for; null when not stated.'),
      type: Ages,
      nullable: true,
      select: { versions: true },
      resolve: ({ versions }, _args, { asOf }) => versionAt(versions, asOf).ages as AgesValue | null,
    }),
    municipality: t.relation('homeMunicipality', open('Its home: the municipality that publishes it.')),
    versions: t.relation('versions', open('Its names and forms through time, whatever the date.')),
    ...factFields(t),
  }),
})

builder.prismaObjectFields(Body, (t) => ({
  municipalities: t.field({
    ...open('The municipalities that take part on the date, the home’s included.'),
    type: [BodyParticipation],
    select: (_args, _context, nested) => ({ ...bounds, participations: nested() }),
    resolve: (body, _args, { asOf }) => during(body, body.participations, asOf),
  }),
  functions: t.field({
    ...open('What it is for on the date.'),
    type: [BodyFunction],
    select: (_args, _context, nested) => ({ ...bounds, functions: nested() }),
    resolve: (body, _args, { asOf }) => sortedByName(during(body, body.functions, asOf), ({ kind }) => kind),
  }),
  levels: t.field({
    ...open('The levels of the scheme it stands on, on the date.'),
    type: [BodyLevel],
    select: (_args, _context, nested) => ({ ...bounds, levels: nested() }),
    resolve: (body, _args, { asOf }) => during(body, body.levels, asOf),
  }),
  areas: t.field({
    ...open('The areas it covers on the date; empty when it covers the whole municipality or no source says.'),
    type: [BodyCoverage],
    select: (_args, _context, nested) => ({ ...bounds, areas: nested() }),
    resolve: (body, _args, { asOf }) => during(body, body.areas, asOf),
  }),
  reportsTo: t.field({
    ...open('What it reports to on the date.'),
    type: [BodyReporting],
    select: (_args, _context, nested) => ({ ...bounds, reportsTo: nested() }),
    resolve: (body, _args, { asOf }) => sortedByName(during(body, body.reportsTo, asOf), ({ id }) => id),
  }),
  reporting: t.field({
    ...open('What reports to it on the date.'),
    type: [BodyReporting],
    select: (_args, _context, nested) => ({ ...bounds, reporting: nested() }),
    resolve: (body, _args, { asOf }) => during(body, body.reporting, asOf),
  }),
  replaces: t.relation('replacements', open('What it took the place of, whatever the date.')),
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
    select: (_args, _context, nested) => ({ ...bounds, mandates: nested() }),
    resolve: (body, _args, { asOf }) => during(body, body.mandates, asOf),
  }),
  mandatesHeld: t.field({
    ...open('Mandates of other bodies that have been moved to it, on the date.'),
    type: [Mandate],
    select: (_args, _context, nested) => ({ ...bounds, mandatesHeld: nested() }),
    resolve: (body, _args, { asOf }) => during(body, body.mandatesHeld, asOf),
  }),
  seats: t.field({
    ...open('Its seats on the date, in the order of the source.'),
    type: [Seat],
    complexity: { multiplier: 12 },
    select: (_args, _context, nested) => ({ ...bounds, seats: nested({ orderBy: { position: 'asc' } }) }),
    resolve: (body, _args, { asOf }) => during(body, body.seats, asOf),
  }),
  duties: t.field({
    ...open('Who leads, chairs, is secretary … on the date. A duty that is not here is not known.'),
    type: [BodyDuty],
    select: (_args, _context, nested) => ({ ...bounds, duties: nested({ orderBy: { kind: 'asc' } }) }),
    resolve: (body, _args, { asOf }) => during(body, body.duties, asOf),
  }),
  cadences: t.field({
    ...open('How often it meets, on the date: none when not known.'),
    type: [BodyCadence],
    select: (_args, _context, nested) => ({ ...bounds, cadences: nested() }),
    resolve: (body, _args, { asOf }) => during(body, body.cadences, asOf),
  }),
  schedule: t.field({
    ...open('Whether the meetings known until the date keep the cadence; null when no cadence is known.'),
    type: Schedule,
    nullable: true,
    select: {
      ...bounds,
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
      const [row] = during(body, body.cadences, asOf)
      const days = body.meetings.map(({ heldOn }) => heldOn)
      return row
        ? asSeen(
            scheduleOf(row.cadence as CadenceValue, days, recordsOf(days, body.lastConfirmedOn), asOf),
            body.hasHiddenMeetings,
          )
        : null
    },
  }),
  keepsNationalAdvice: t.boolean({
    ...open(
      'For a politiråd or steering group: whether it plans at least four meetings a year, as the national guide advises. Null when the advice is not for it or its cadence is not known. Information, not a fault.',
    ),
    nullable: true,
    select: { ...bounds, cadences: true, functions: true },
    resolve: (body, _args, { asOf }) => {
      const functions = during(body, body.functions, asOf).map(({ kind }) => kind)
      const [row] = during(body, body.cadences, asOf)
      return keepsNationalAdvice(functions, row?.cadence as CadenceValue | undefined)
    },
  }),
  standingItems: t.field({
    ...open('What is on every agenda, on the date, in order.'),
    type: [StandingItem],
    select: (_args, _context, nested) => ({ ...bounds, standingItems: nested({ orderBy: { position: 'asc' } }) }),
    resolve: (body, _args, { asOf }) => during(body, body.standingItems, asOf),
  }),
}))
