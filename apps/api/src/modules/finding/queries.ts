import { validAt, type Db } from '@samrad/db'
import { builder, globalIdOf } from '../../builder.ts'
import { dated } from '../../in-force.ts'
import { municipalityIdOf } from '../../named.ts'
import { findingKinds, findingsIn, type Finding as FindingValue, type FindingKind, type Register } from './rules.ts'

const texts: Record<FindingKind, string> = {
  body_without_seats: 'A body that meets has no seats.',
  body_without_leader: 'Nobody is said to lead a body that meets.',
  seat_without_organisation: 'A seat belongs to no organisation; `detail` is its role.',
  duty_of_ended: 'Who has a duty has ended; `detail` is the duty.',
  reports_to_ended: 'It reports to a body that has ended.',
  stands_on_ended_level: 'It stands on a level that has ended.',
  same_name: 'Two bodies have the same name.',
  area_without_body: 'No body covers an area, though bodies cover others.',
  police_border_differs: 'Who serves an area has other borders; `detail` is who.',
  agreement_expires: 'An agreement ends within three months or has ended; `detail` is its title.',
  mandate_expires: 'A mandate ends within three months or has ended; `detail` is its title.',
  dead_link: 'The address of a document leads nowhere.',
  cadence_below_advice: 'Fewer meetings are planned than the national advice of four a year. Information, no error.',
}

const Kind = builder.enumType('FindingKind', {
  description: 'What is missing or odd.',
  values: Object.fromEntries(
    findingKinds.map((kind) => [kind.toUpperCase(), { value: kind, description: texts[kind] }]),
  ) as Record<string, { value: FindingKind }>,
})

const Finding = builder.objectRef<FindingValue>('Finding').implement({
  description: 'Something that is missing or odd in a register.',
  fields: (t) => ({
    kind: t.field({ description: 'What.', type: Kind, resolve: ({ kind }) => kind }),
    id: t.id({ description: 'Id of what it is about.', resolve: ({ type, id }) => globalIdOf(type, id) }),
    type: t.exposeString('type', { description: 'What it is about: `Body`, `Area`, `Scheme` or `SourceDocument`.' }),
    slug: t.exposeString('slug', { description: 'Its part of the address.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    detail: t.exposeString('detail', { description: 'The words it is about; null when none.', nullable: true }),
    on: t.expose('on', { description: 'The day something ends or did; null when none.', type: 'Date', nullable: true }),
  }),
})

const one = { select: dated } as const

/** A municipality's own register, as far as the viewer sees it; what has ended is not looked through. */
async function registerOf(db: Db, homeMunicipalityId: string, asOf: Date): Promise<Register> {
  const where = { homeMunicipalityId, ...validAt(asOf) }
  const identity = { id: true, slug: true } as const
  const parties = { select: { seat: one, body: one, post: one, organisation: one } } as const
  const [bodies, areas, schemes, documents] = [
    await db.body.findMany({
      where,
      orderBy: { slug: 'asc' },
      select: {
        ...identity,
        versions: { select: { ...dated, name: true, realisation: true } },
        functions: { select: { ...dated, kind: true } },
        areas: { select: { ...dated, areaId: true } },
        cadences: { select: { ...dated, cadence: true } },
        seats: { select: { ...dated, roleTitle: true, organisationId: true }, orderBy: { position: 'asc' } },
        duties: { select: { ...dated, kind: true, fact: { select: { parties } } } },
        reportsTo: { select: { ...dated, parent: one } },
        levels: { select: { ...dated, level: one } },
        mandates: { select: { ...dated, title: true } },
      },
    }),
    await db.area.findMany({
      where,
      orderBy: { slug: 'asc' },
      select: {
        ...identity,
        versions: { select: { ...dated, name: true } },
        parts: { select: { ...dated, partId: true } },
        servedBy: {
          select: {
            ...dated,
            isBorderEqual: true,
            organisation: { select: { id: true, versions: { select: { ...dated, name: true } } } },
          },
        },
      },
    }),
    await db.scheme.findMany({
      where,
      orderBy: { slug: 'asc' },
      select: {
        ...identity,
        versions: { select: { ...dated, name: true } },
        agreements: { select: { ...dated, title: true } },
      },
    }),
    await db.sourceDocument.findMany({
      where: { homeMunicipalityId, deadSince: { not: null } },
      orderBy: { slug: 'asc' },
      select: { ...identity, title: true, deadSince: true },
    }),
  ]
  return { bodies, areas, schemes, documents }
}

builder.queryField('findings', (t) =>
  t.field({
    description: 'What is missing or odd in a municipality’s register today: the odd first, information last.',
    authScopes: { can: 'register:keep' },
    type: [Finding],
    args: { municipality: t.arg.string({ description: 'Slug or number of the municipality.', required: true }) },
    resolve: async (_root, { municipality }, { db, asOf }) =>
      findingsIn(await registerOf(db, await municipalityIdOf(db, municipality, asOf), asOf), asOf),
  }),
)
