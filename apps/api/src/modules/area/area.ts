import { builder, open } from '../../builder.ts'
import { citedFields, factFields, versionedFields } from '../../fact-fields.ts'
import { dated, during, held, inVersion, ofVersion, versionAt } from '../../in-force.ts'
import { keptFields } from '../../kept-fields.ts'
import { sortedByName } from '../../sorting.ts'

export const AreaKind = builder.enumType('AreaKind', {
  ...open('What kind of part of a municipality.'),
  values: {
    BYOMRAADE: { value: 'byomraade', description: 'Byområde: several bydeler together.' },
    BYDEL: { value: 'bydel', description: 'Bydel: a city district.' },
    OTHER: { value: 'other', description: 'Any other part.' },
  },
})

export const PopulationCount = builder.prismaObject('PopulationCount', {
  ...open('How many lived in an area on a day, as a source counts them.'),
  select: { id: true },
  fields: (t) => ({
    countedOn: t.expose('countedOn', { ...open('The day of the count.'), type: 'Date' }),
    count: t.exposeInt('count', open('Persons.')),
    wording: t.exposeString('wording', {
      ...open('As the source says it; null when it is just the number.'),
      nullable: true,
    }),
    ...citedFields(t),
  }),
})

export const AreaVersion = builder.prismaObject('AreaVersion', {
  ...open('Name and kind of an area for as long as both were the same.'),
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name', open('Its name.')),
    nameVariants: t.exposeStringList('nameVariants', open('Other ways in which sources write the name.')),
    kind: t.expose('kind', { ...open('What kind of area.'), type: AreaKind }),
    ...factFields(t),
  }),
})

export const Area = builder.prismaNode('Area', {
  ...open('A part of a municipality.'),
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    slug: t.exposeString('slug', open('Its part of an address, unique within its municipality.')),
    name: t.string({
      ...open('Name as of the date.'),
      ...ofVersion('name'),
    }),
    nameVariants: t.stringList({
      ...open('Other ways in which sources write the name.'),
      ...ofVersion('nameVariants'),
    }),
    kind: t.field({
      ...open('What kind of area, as of the date.'),
      type: AreaKind,
      ...ofVersion('kind'),
    }),
    municipality: t.relation('homeMunicipality', open('The municipality it is a part of.')),
    populations: t.relation('populations', {
      ...open('Counts of its population, the latest first. A municipality is not the sum of its areas.'),
      query: { orderBy: { countedOn: 'desc' } },
    }),
    versions: t.relation('versions', open('Its names through time, whatever the date.')),
    ...versionedFields(t),
    ...keptFields(t),
  }),
})

builder.prismaObjectFields(Area, (t) => ({
  parts: t.field({
    ...open('The areas it consists of on the date.'),
    type: [Area],
    select: (_args, _context, nested) => ({
      ...dated,
      parts: { select: { ...dated, part: nested({ select: inVersion('name') }) } },
    }),
    resolve: (area, _args, { asOf }) =>
      sortedByName(
        during(area, area.parts, asOf).map(({ part }) => part),
        ({ versions }) => versionAt(versions, asOf).name,
      ),
  }),
  wholes: t.field({
    ...open('The areas it is a part of on the date.'),
    type: [Area],
    select: (_args, _context, nested) => ({ ...dated, wholes: { select: { ...dated, whole: nested() } } }),
    resolve: (area, _args, { asOf }) => during(area, area.wholes, asOf).map(({ whole }) => whole),
  }),
  servedBy: t.field({
    ...open('Police units and others that serve it on the date, with whether the borders are the same.'),
    type: [AreaService],
    ...held('servedBy'),
  }),
  bodies: t.field({
    ...open('The bodies that cover it on the date.'),
    type: [BodyCoverage],
    ...held('bodies'),
  }),
  arenas: t.field({
    ...open('The arenas that cover it on the date.'),
    type: [ArenaCoverage],
    ...held('arenas'),
  }),
}))

export const AreaService = builder.prismaObject('OrganisationArea', {
  name: 'AreaService',
  ...open('That an organisation serves an area.'),
  select: { id: true },
  fields: (t) => ({
    organisation: t.relation('organisation', open('Who serves.')),
    area: t.relation('area', open('Where.')),
    isBorderEqual: t.exposeBoolean('isBorderEqual', {
      ...open('Whether the border of its district is that of the area; null when no source says.'),
      nullable: true,
    }),
    ...factFields(t),
  }),
})

export const BodyCoverage = builder.prismaObject('BodyArea', {
  name: 'BodyCoverage',
  ...open('That a body covers an area.'),
  select: { id: true },
  fields: (t) => ({
    body: t.relation('body', open('The body.')),
    area: t.relation('area', open('The area.')),
    ...factFields(t),
  }),
})

export const ArenaCoverage = builder.prismaObject('ArenaArea', {
  ...open('That an arena covers an area.'),
  name: 'ArenaCoverage',
  select: { id: true },
  fields: (t) => ({
    arena: t.relation('arena', open('The arena.')),
    area: t.relation('area', open('The area.')),
    ...factFields(t),
  }),
})
