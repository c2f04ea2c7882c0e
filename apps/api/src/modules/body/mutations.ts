import { BodyRules } from '@samrad/schema'
import { AgesInput } from '../../ages.ts'
import { builder } from '../../builder.ts'
import { CadenceInput } from '../../cadence.ts'
import { checkedAges, checkedCadence } from '../../register/checked.ts'
import { eachOf, endOf, KnownDay, partiesOf, PartyInput } from '../../register/inputs.ts'
import { said } from '../../register/said.ts'
import type { Home } from '../../register/kept-noun.ts'
import { defineActs } from '../../register/mutations.ts'
import type { Part, State } from '../../register/parts.ts'
import { participationsOf } from '../../register/participations.ts'
import type { References } from '../../register/references.ts'
import { Body, Realisation } from './body.ts'
import { DutyKind, FunctionKind, MoveDirection } from './relations.ts'
import { Attachment, SeatQuantity } from './seat.ts'
import { endHolders, followSeats, restoreHolders } from './succession.ts'

const DutyInput = builder.inputType('DutyInput', {
  description: 'That somebody does something for a body: one or more parties together.',
  fields: (t) => ({
    kind: t.field({ description: 'What they do.', type: DutyKind, required: true }),
    parties: t.field({ description: 'Who.', type: [PartyInput], required: true }),
  }),
})

const ReportingInput = builder.inputType('ReportingInput', {
  description: 'What a body reports to: another body, or parties that are none.',
  fields: (t) => ({
    body: t.globalID({ description: 'The body it reports to.' }),
    parties: t.field({ description: 'Whom it reports to when that is not a body.', type: [PartyInput] }),
  }),
})

const MandateInput = builder.inputType('MandateInput', {
  description: 'What a body is to do.',
  fields: (t) => ({
    title: t.string({ description: 'Its heading.' }),
    heldBy: t.globalID({ description: 'The body it has been moved to.' }),
    clauses: t.stringList({ description: 'Its points, in order.', required: true }),
    to: t.field({ description: 'The first day it no longer holds, when one is set.', type: KnownDay }),
  }),
})

const ReplacementInput = builder.inputType('ReplacementInput', {
  description: 'That a body took the place of others.',
  fields: (t) => ({ parties: t.field({ description: 'What it replaced.', type: [PartyInput], required: true }) }),
})

const LiftRouteInput = builder.inputType('LiftRouteInput', {
  description: 'To whom issues are lifted from a body.',
  fields: (t) => ({
    direction: t.field({ description: 'Which way.', type: MoveDirection, required: true }),
    parties: t.field({ description: 'To whom.', type: [PartyInput], required: true }),
    note: t.string({ description: 'Which issues go this way; all when left out.' }),
  }),
})

const SeatInput = builder.inputType('SeatInput', {
  description: 'A place in a body, by function.',
  fields: (t) => ({
    id: t.globalID({ description: 'The seat it is; a new one when left out.' }),
    roleTitle: t.string({ description: 'The role, in the municipality’s own words.', required: true }),
    groupTitle: t.string({ description: 'The heading it stands under.' }),
    organisation: t.globalID({ description: 'The organisation it belongs to.' }),
    attachment: t.field({ description: 'How it is tied to the body.', type: Attachment, defaultValue: 'member' }),
    quantity: t.field({ description: 'How many it stands for.', type: SeatQuantity, defaultValue: 'one' }),
  }),
})

const BodyState = builder.inputType('BodyState', {
  description: 'What a body is. Fields that are left out stay as they are; null empties them. Lists are given whole.',
  fields: (t) => ({
    name: t.string({ description: 'Its name, in the municipality’s own words.' }),
    shortName: t.string({ description: 'A short form of the name.' }),
    summary: t.string({ description: 'What it is, in the municipality’s own words.' }),
    realisation: t.field({ description: 'How it does its work.', type: Realisation }),
    realisedThrough: t.string({ description: 'What does its work when it does not itself.' }),
    isConfidential: t.boolean({ description: 'Whether it treats single cases, which are never recorded here.' }),
    ages: t.field({ description: 'The ages its work is for.', type: AgesInput }),
    functions: t.field({ description: 'What it is for.', type: [FunctionKind] }),
    levels: t.globalIDList({ description: 'The levels of a scheme it stands on.' }),
    areas: t.globalIDList({ description: 'The areas it covers; none for the whole municipality.' }),
    municipalities: t.stringList({
      description: 'Slugs or numbers of the other municipalities that take part. The home’s to say.',
    }),
    reportsTo: t.field({ description: 'What it reports to.', type: [ReportingInput] }),
    replaces: t.field({ description: 'What it took the place of.', type: [ReplacementInput] }),
    liftRoutes: t.field({ description: 'To whom issues are lifted from it.', type: [LiftRouteInput] }),
    duties: t.field({ description: 'Who leads, chairs, is secretary …', type: [DutyInput] }),
    cadences: t.field({ description: 'How often it meets.', type: [CadenceInput] }),
    standingItems: t.stringList({ description: 'What is on every agenda, in order.' }),
    mandates: t.field({ description: 'What it is to do.', type: [MandateInput] }),
    seats: t.field({ description: 'Its seats, in order.', type: [SeatInput] }),
  }),
})
type Given = typeof BodyState.$inferInput

const parts = {
  versions: {
    model: 'BodyVersion',
    columns: ['name', 'shortName', 'realisation', 'realisedThrough', 'isConfidential', 'ages', 'summary'],
    key: [],
    json: ['ages'],
  },
  participations: { model: 'BodyParticipation', columns: ['municipalityId'], key: ['municipalityId'] },
  functions: { model: 'BodyFunction', columns: ['kind'], key: ['kind'] },
  levels: { model: 'BodyLevel', columns: ['levelId'], key: ['levelId'] },
  areas: {
    model: 'BodyArea',
    columns: ['areaId'],
    key: ['areaId'],
    otherEnd: { column: 'areaId', factColumn: 'areaId' },
  },
  reportsTo: { model: 'BodyReporting', columns: ['parentId'], key: ['parentId'], hasParties: true, isMany: true },
  replaces: { model: 'BodyReplacement', columns: [], key: [], hasParties: true, isMany: true },
  liftRoutes: {
    model: 'BodyLiftRoute',
    columns: ['direction', 'note'],
    key: ['direction'],
    hasParties: true,
    isMany: true,
  },
  duties: { model: 'BodyDuty', columns: ['kind'], key: ['kind'], hasParties: true, isMany: true },
  cadences: { model: 'BodyCadence', columns: ['cadence'], key: ['cadence'], json: ['cadence'] },
  standingItems: { model: 'StandingItem', columns: ['text'], key: ['text'], isOrdered: true },
  mandates: { model: 'Mandate', columns: ['title', 'heldById'], key: ['title'], hasClauses: true, hasEnd: true },
  seats: {
    model: 'Seat',
    columns: ['roleTitle', 'groupTitle', 'organisationId', 'attachment', 'quantity'],
    key: ['roleTitle', 'organisationId'],
    inUse: 'seats_in_use',
    isOrdered: true,
  },
} satisfies Record<string, Part>

async function stateOf(given: Given, references: References, home: Home): Promise<State> {
  const { name, shortName, summary, realisation, realisedThrough, isConfidential, ages } = given
  const version = { name, shortName, summary, realisation, realisedThrough, isConfidential }
  return {
    versions: said({ ...version, ages: checkedAges(ages) }),
    participations: await participationsOf(given.municipalities, home),
    functions: given.functions?.map((kind) => ({ columns: { kind } })),
    levels: eachOf(given.levels, 'state.levels', (id, at) => ({
      columns: { levelId: references.idOf('SchemeLevel', id, at) },
    })),
    areas: eachOf(given.areas, 'state.areas', (id, at) => ({ columns: { areaId: references.idOf('Area', id, at) } })),
    reportsTo: eachOf(given.reportsTo, 'state.reportsTo', ({ body, parties }, at) => ({
      columns: { parentId: body ? references.idOf('Body', body, `${at}.body`) : null },
      parties: partiesOf(parties, references, `${at}.parties`),
    })),
    replaces: eachOf(given.replaces, 'state.replaces', ({ parties }, at) => ({
      columns: {},
      parties: partiesOf(parties, references, `${at}.parties`),
    })),
    liftRoutes: eachOf(given.liftRoutes, 'state.liftRoutes', ({ direction, parties, note }, at) => ({
      columns: { direction, note: note?.trim() || null },
      parties: partiesOf(parties, references, `${at}.parties`),
    })),
    duties: eachOf(given.duties, 'state.duties', ({ kind, parties }, at) => ({
      columns: { kind },
      parties: partiesOf(parties, references, `${at}.parties`),
    })),
    cadences: eachOf(given.cadences, 'state.cadences', (cadence, at) => ({
      columns: { cadence: checkedCadence(cadence, at) },
    })),
    standingItems: given.standingItems?.map((text) => ({ columns: { text: text.trim() } })),
    mandates: eachOf(given.mandates, 'state.mandates', ({ title, heldBy, clauses, to }, at) => ({
      columns: {
        title: title?.trim() ?? null,
        heldById: heldBy ? references.idOf('Body', heldBy, `${at}.heldBy`) : null,
        ...endOf(to),
      },
      clauses: clauses.map((text) => text.trim()),
    })),
    seats: eachOf(
      given.seats,
      'state.seats',
      ({ id, roleTitle, groupTitle, organisation, attachment, quantity }, at) => ({
        id: id ? references.idOf('Seat', id, `${at}.id`) : undefined,
        columns: {
          roleTitle: roleTitle.trim(),
          groupTitle: groupTitle?.trim() || null,
          organisationId: organisation ? references.idOf('Organisation', organisation, `${at}.organisation`) : null,
          attachment: attachment ?? 'member',
          quantity: quantity ?? 'one',
        },
      }),
    ),
  }
}

defineActs<Given>({
  model: 'Body',
  owner: 'bodyId',
  parts,
  one: 'a body',
  ref: Body,
  input: BodyState,
  rules: BodyRules,
  name: 'name',
  defaults: { realisation: 'own_meetings', isConfidential: false },
  stateOf,
  succeed: followSeats,
  endWithin: endHolders,
  restoreWithin: restoreHolders,
})
