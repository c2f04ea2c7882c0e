import { Ages } from '../../ages.ts'
import { builder, globalIdOf, open } from '../../builder.ts'
import { factFields, versionedFields } from '../../fact-fields.ts'
import { held, ofVersion } from '../../in-force.ts'
import { keptFields } from '../../kept-fields.ts'
import { partiesField } from '../../parties-field.ts'
import type { Ages as AgesValue } from '@samrad/schema'
import { Visibility } from '../../visibility.ts'

export const SchemeLevel = builder.prismaObject('SchemeLevel', {
  ...open('A level of a scheme, called what the municipality calls it. Two, three or any number.'),
  select: { id: true },
  fields: (t) => ({
    id: t.id({ description: 'Permanent id.', resolve: ({ id }) => globalIdOf('SchemeLevel', id) }),
    position: t.exposeInt('position', open('Order from the top, from 0.')),
    name: t.exposeString('name', open('Its name, in the municipality’s own words.')),
    isOperative: t.exposeBoolean('isOperative', open('Whether it works as a level of its own.')),
    visibility: t.field({
      description: 'Who sees it: who sees its scheme.',
      type: Visibility,
      select: { scheme: { select: { visibility: true } } },
      resolve: ({ scheme }) => scheme.visibility,
    }),
    ...factFields(t),
  }),
})

export const SchemeEventKind = builder.enumType('SchemeEventKind', {
  ...open('What happened to a scheme.'),
  values: {
    ADOPTED: { value: 'adopted', description: 'Decided (vedtatt).' },
    COORDINATOR_STARTED: { value: 'coordinator_started', description: 'A coordinator took up the post (tiltrådt).' },
    CONSTITUTED: { value: 'constituted', description: 'A body was constituted (konstituert).' },
    EXTENDED: { value: 'extended', description: 'Extended (utvidet).' },
    CONTINUED: { value: 'continued', description: 'Decided to go on (videreført).' },
    REVERSED: { value: 'reversed', description: 'An earlier decision was reversed (omgjort).' },
    OTHER: { value: 'other', description: 'Anything else.' },
  },
})

builder.prismaObject('SchemeEvent', {
  ...open('Something that happened to a scheme on the first day of its period.'),
  select: { id: true },
  fields: (t) => ({
    kind: t.expose('kind', { ...open('What happened.'), type: SchemeEventKind }),
    title: t.exposeString('title', open('What happened, in words.')),
    reference: t.exposeString('reference', { ...open('Case number; null when there is none.'), nullable: true }),
    ...factFields(t),
  }),
})

const Agreement = builder.prismaObject('Agreement', {
  ...open('What the parties of a scheme have signed.'),
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title', open('What it is called.')),
    signedOn: t.expose('signedOn', {
      ...open('When it was signed; null when not known.'),
      type: 'Date',
      nullable: true,
    }),
    parties: partiesField(t, 'Who signed.'),
    ...factFields(t),
  }),
})

const TargetGroup = builder.prismaObject('TargetGroup', {
  ...open('Whom the work is for. Sources that contradict each other stand side by side.'),
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title', open('Who, in the municipality’s own words.')),
    ages: t.field({
      ...open('Their ages; null when none are stated.'),
      type: Ages,
      nullable: true,
      select: { ages: true },
      resolve: ({ ages }) => ages as AgesValue | null,
    }),
    ...factFields(t),
  }),
})

const Partnership = builder.prismaObject('Partnership', {
  ...open('A lasting cooperation of a scheme with an organisation outside it.'),
  select: { id: true },
  fields: (t) => ({
    organisation: t.relation('organisation', open('With whom.')),
    ...factFields(t),
  }),
})

const SchemeParticipation = builder.prismaObject('SchemeParticipation', {
  ...open('That a municipality takes part in a scheme.'),
  select: { id: true },
  fields: (t) => ({ municipality: t.relation('municipality', open('Which.')), ...factFields(t) }),
})

const SchemeVersion = builder.prismaObject('SchemeVersion', {
  ...open('What a scheme was called, for as long as it was the same.'),
  select: { id: true },
  fields: (t) => ({ name: t.exposeString('name', open('Its name.')), ...factFields(t) }),
})

export const Scheme = builder.prismaNode('Scheme', {
  ...open('The SLT scheme (SLT-ordning) of one or more municipalities.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', open('Its key, unique within its home municipality.')),
    name: t.string({
      ...open('Name as of the date.'),
      ...ofVersion('name'),
    }),
    summary: t.string({
      ...open('What it is, in the municipality’s own words; null when nothing is said.'),
      nullable: true,
      ...ofVersion('summary'),
    }),
    municipality: t.relation('homeMunicipality', open('The municipality that keeps it.')),
    municipalities: t.field({
      ...open('The municipalities that take part on the date, the home’s included.'),
      type: [SchemeParticipation],
      ...held('participations'),
    }),
    levels: t.field({
      ...open('Its levels on the date, from the top.'),
      type: [SchemeLevel],
      ...held('levels', { orderBy: { position: 'asc' } }),
    }),
    events: t.relation('events', {
      ...open('What has happened to it, the oldest first, whatever the date.'),
      query: { orderBy: { validFrom: 'asc' } },
    }),
    agreements: t.field({
      ...open('Agreements in force on the date.'),
      type: [Agreement],
      ...held('agreements'),
    }),
    allAgreements: t.relation('agreements', {
      description: 'All its agreements, the latest first, whatever the date.',
      type: Agreement,
      query: { orderBy: [{ validFrom: 'desc' }, { title: 'asc' }] },
    }),
    targetGroups: t.field({
      ...open('Whom the work is for on the date; contradicting claims stand side by side.'),
      type: [TargetGroup],
      ...held('targetGroups', { orderBy: { title: 'asc' } }),
    }),
    partnerships: t.field({
      ...open('Lasting cooperation with organisations outside it, on the date.'),
      type: [Partnership],
      ...held('partnerships', { orderBy: { position: 'asc' } }),
    }),
    versions: t.relation('versions', { ...open('Its names through time, whatever the date.'), type: SchemeVersion }),
    ...versionedFields(t),
    ...keptFields(t),
  }),
})
