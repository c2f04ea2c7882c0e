import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { findMunicipalityId, isNamed, municipalityIdOf, namedAt, type Named } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { Organisation, OrganisationKind } from './organisation.ts'

const organisations: Named = {
  table: 'organisation',
  versions: 'organisation_version',
  key: 'organisation_id',
  name: 'name',
}

const OrganisationFilter = builder.inputType('OrganisationFilter', {
  ...open('Which organisations.'),
  fields: (t) => ({
    municipality: t.string({ ...open('Slug or number of the municipality it belongs to.') }),
    kind: t.field({ ...open('What it is on the date.'), type: OrganisationKind }),
    isShared: t.boolean({ ...open('Whether it belongs to no municipality.') }),
    name: t.string({ ...open('Part of the name as of the date, in any case.') }),
  }),
})

builder.queryField('organisations', (t) =>
  t.connection({
    ...open('The organisations that exist on the date, by name.'),
    authScopes: { can: 'register:read' },
    complexity: listCost,
    type: Organisation,
    args: { filter: t.arg({ ...open('Which ones; all when left out.'), type: OrganisationFilter }), ...asOfArgs },
    resolve: async (_root, args, context, info) => {
      const { db, asOf } = context
      const { municipality, kind, name, isShared } = args.filter ?? {}
      const municipalityId = municipality && (await municipalityIdOf(db, municipality, asOf))
      const matching = namedAt(organisations, asOf, [
        ...(municipalityId ? [Prisma.sql`identity.home_municipality_id = ${municipalityId}::uuid`] : []),
        ...(kind ? [Prisma.sql`version.kind = ${kind}::organisation_kind`] : []),
        ...(name ? [isNamed('name', name)] : []),
        ...(isShared == null ? [] : [Prisma.sql`(identity.home_municipality_id IS NULL) = ${isShared}`]),
      ])
      const query = queryFromInfo({ context, info, typeName: 'Organisation', paths: [['edges', 'node'], ['nodes']] })
      return page(db, args, { matching }, (ids) => db.organisation.findMany({ ...query, where: { id: { in: ids } } }))
    },
  }),
)

builder.queryField('organisation', (t) =>
  t.prismaField({
    ...open('One organisation by its address. Null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: Organisation,
    nullable: true,
    args: {
      municipality: t.arg.string({
        description: 'Slug or number of the municipality it belongs to; left out for what belongs to none.',
      }),
      slug: t.arg.string({ description: 'Its part of the address.', required: true }),
      ...asOfArgs,
    },
    resolve: async (query, _root, { municipality, slug }, { db, asOf }) => {
      const homeMunicipalityId = municipality == null ? null : await findMunicipalityId(db, municipality, asOf)
      if (homeMunicipalityId === undefined) return null
      return db.organisation.findFirst({ ...query, where: { homeMunicipalityId, slug } })
    },
  }),
)
