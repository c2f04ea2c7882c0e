import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { addressArgs } from '../../address-args.ts'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { hasRow, isNamed, findMunicipalityId, municipalityIdOf, namedAt, type Named } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { Body } from './body.ts'
import { FunctionKind } from './relations.ts'

const bodies: Named = { table: 'body', versions: 'body_version', key: 'body_id', name: 'name' }

const BodyFilter = builder.inputType('BodyFilter', {
  ...open('Which bodies.'),
  fields: (t) => ({
    municipality: t.string({ ...open('Slug or number of a municipality that takes part on the date.') }),
    function: t.field({ ...open('A function it has on the date.'), type: FunctionKind }),
    name: t.string({ ...open('Part of the name as of the date, in any case.') }),
    isJoint: t.boolean({ ...open('Whether several municipalities take part on the date.') }),
  }),
})

builder.queryField('body', (t) =>
  t.prismaField({
    ...open('One body by its address. Null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: Body,
    nullable: true,
    args: { ...addressArgs, ...asOfArgs },
    resolve: async (query, _root, { municipality, slug }, { db, asOf }) => {
      const homeMunicipalityId = await findMunicipalityId(db, municipality, asOf)
      if (!homeMunicipalityId) return null
      return db.body.findUnique({ ...query, where: { homeMunicipalityId_slug: { homeMunicipalityId, slug } } })
    },
  }),
)

builder.queryField('bodies', (t) =>
  t.connection({
    ...open('The bodies that exist on the date, by name.'),
    authScopes: { can: 'register:read' },
    complexity: listCost,
    type: Body,
    args: { filter: t.arg({ ...open('Which ones; all when left out.'), type: BodyFilter }), ...asOfArgs },
    resolve: async (_root, args, context, info) => {
      const { db, asOf } = context
      const { municipality, function: kind, name, isJoint } = args.filter ?? {}
      const municipalityId = municipality && (await municipalityIdOf(db, municipality, asOf))
      const matching = namedAt(bodies, asOf, [
        ...(municipalityId
          ? [hasRow('body_participation', 'body_id', asOf, Prisma.sql`line.municipality_id = ${municipalityId}::uuid`)]
          : []),
        ...(kind
          ? [hasRow('body_function', 'body_id', asOf, Prisma.sql`line.kind = ${kind}::body_function_kind`)]
          : []),
        ...(name ? [isNamed('name', name)] : []),
        ...(isJoint == null
          ? []
          : [
              Prisma.sql`${hasRow('body_participation', 'body_id', asOf, Prisma.sql`line.municipality_id <> identity.home_municipality_id`)} = ${isJoint}`,
            ]),
      ])
      const query = queryFromInfo({ context, info, typeName: 'Body', paths: [['edges', 'node'], ['nodes']] })
      return page(db, args, { matching }, (ids) => db.body.findMany({ ...query, where: { id: { in: ids } } }))
    },
  }),
)
