import { builder, open } from '../../builder.ts'
import { factFields, versionedFields } from '../../fact-fields.ts'
import { dated, during, held, ofVersion } from '../../in-force.ts'
import { keptFields } from '../../kept-fields.ts'
import { AreaService } from '../area/area.ts'

export const OrganisationKind = builder.enumType('OrganisationKind', {
  ...open('What an organisation is.'),
  values: {
    MUNICIPAL: { value: 'municipal', description: 'A municipality or a service of one.' },
    POLICE: { value: 'police', description: 'A police district, station or unit.' },
    COUNTY: { value: 'county', description: 'A county or a service of one.' },
    STATE: { value: 'state', description: 'A service of the state.' },
    VOLUNTARY: { value: 'voluntary', description: 'A voluntary organisation.' },
    BUSINESS: { value: 'business', description: 'A company: a shopping centre, guards.' },
    FAITH: { value: 'faith', description: 'A faith community.' },
    RESEARCH: { value: 'research', description: 'Research or higher education.' },
    OTHER: { value: 'other', description: 'Anything else, such as a network.' },
  },
})

export const OrganisationVersion = builder.prismaObject('OrganisationVersion', {
  ...open('Name and kind of an organisation for as long as both were the same.'),
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name', open('Its name.')),
    shortName: t.exposeString('shortName', { ...open('A short form; null when there is none.'), nullable: true }),
    kind: t.expose('kind', { ...open('What it is.'), type: OrganisationKind }),
    ...factFields(t),
  }),
})

export const Organisation = builder.prismaNode('Organisation', {
  ...open('A service, unit, association or company that takes part.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', open('Its key, unique within its municipality.')),
    name: t.string({
      ...open('Name as of the date.'),
      ...ofVersion('name'),
    }),
    shortName: t.string({
      ...open('Short form of the name as of the date; null when there is none.'),
      nullable: true,
      ...ofVersion('shortName'),
    }),
    kind: t.field({
      ...open('What it is, as of the date.'),
      type: OrganisationKind,
      ...ofVersion('kind'),
    }),
    municipality: t.relation('homeMunicipality', {
      ...open('The municipality it belongs to; null for police districts, directorates and companies.'),
      nullable: true,
    }),
    versions: t.relation('versions', open('Its names through time, whatever the date.')),
    ...versionedFields(t),
    ...keptFields(t),
  }),
})

builder.prismaObjectFields(Organisation, (t) => ({
  parents: t.field({
    ...open('What it is a part of on the date.'),
    type: [Organisation],
    select: (_args, _context, nested) => ({ ...dated, parents: { select: { ...dated, parent: nested() } } }),
    resolve: (organisation, _args, { asOf }) =>
      during(organisation, organisation.parents, asOf).map(({ parent }) => parent),
  }),
  successors: t.field({
    ...open('Who went on with its work when it ended.'),
    type: [Organisation],
    select: (_args, _context, nested) => ({ successors: { select: { successor: nested() } } }),
    resolve: ({ successors }) => successors.map(({ successor }) => successor),
  }),
  successions: t.relation('successors', {
    ...open('The same, each with since when.'),
    query: { orderBy: [{ validFrom: 'asc' }, { id: 'asc' }] },
  }),
  predecessors: t.field({
    ...open('Whose work it went on with.'),
    type: [Organisation],
    select: (_args, _context, nested) => ({ predecessors: { select: { predecessor: nested() } } }),
    resolve: ({ predecessors }) => predecessors.map(({ predecessor }) => predecessor),
  }),
  areas: t.field({
    ...open('The areas it serves on the date.'),
    type: [AreaService],
    ...held('areas'),
  }),
}))

export const OrganisationSuccession = builder.prismaObject('OrganisationSuccession', {
  ...open('That another organisation went on with the work of one.'),
  select: { id: true },
  fields: (t) => ({
    predecessor: t.relation('predecessor', open('Whose work it was.')),
    successor: t.relation('successor', open('Who went on with it.')),
    ...factFields(t),
  }),
})
