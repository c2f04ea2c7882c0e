import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { addressArgs } from '../../address-args.ts'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { isNamed, findMunicipalityId, municipalityIdOf, namedAt, type Named } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { Area, AreaKind } from './area.ts'

const areas: Named = { table: 'area', versions: 'area_version', key: 'area_id', name: 'name' }

const AreaFilter = builder.inputType('AreaFilter', {
  ...open('Which areas.'),
  fields: (t) => ({
    municipality: t.string({ ...open('Slug or number of the municipality it is a part of.') }),
    kind: t.field({ ...open('What kind of area on the date.'), type: AreaKind }),
    name: t.string({ ...open('Part of the name as of the date, in any case.') }),
  }),
})

builder.queryField('area', (t) =>
  t.prismaField({
    ...open('One area by its address. Null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: Area,
    nullable: true,
    args: { ...addressArgs, ...asOfArgs },
    resolve: async (query, _root, { municipality, slug }, { db, asOf }) => {
      const homeMunicipalityId = await findMunicipalityId(db, municipality, asOf)
      if (!homeMunicipalityId) return null
      return db.area.findUnique({ ...query, where: { homeMunicipalityId_slug: { homeMunicipalityId, slug } } })
    },
  }),
)

builder.queryField('areas', (t) =>
  t.connection({
    ...open('The areas that exist on the date, by name.'),
    authScopes: { can: 'register:read' },
    complexity: listCost,
    type: Area,
    args: { filter: t.arg({ ...open('Which ones; all when left out.'), type: AreaFilter }), ...asOfArgs },
    resolve: async (_root, args, context, info) => {
      const { db, asOf } = context
      const { municipality, kind, name } = args.filter ?? {}
      const municipalityId = municipality && (await municipalityIdOf(db, municipality, asOf))
      const matching = namedAt(areas, asOf, [
        ...(municipalityId ? [Prisma.sql`identity.home_municipality_id = ${municipalityId}::uuid`] : []),
        ...(kind ? [Prisma.sql`version.kind = ${kind}::area_kind`] : []),
        ...(name ? [isNamed('name', name)] : []),
      ])
      const query = queryFromInfo({ context, info, typeName: 'Area', paths: [['edges', 'node'], ['nodes']] })
      return page(db, args, { matching }, (ids) => db.area.findMany({ ...query, where: { id: { in: ids } } }))
    },
  }),
)
