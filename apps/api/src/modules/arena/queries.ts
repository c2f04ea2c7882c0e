import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { addressArgs } from '../../address-args.ts'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { findMunicipalityId, hasRow, isNamed, municipalityIdOf, namedAt, type Named } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { Arena, ArenaState } from './arena.ts'

const arenas: Named = { table: 'arena', versions: 'arena_version', key: 'arena_id', name: 'title' }

const ArenaFilter = builder.inputType('ArenaFilter', {
  ...open('Which arenas.'),
  fields: (t) => ({
    municipality: t.string({ ...open('Slug or number of a municipality that takes part on the date.') }),
    state: t.field({ ...open('How far it has come on the date.'), type: ArenaState }),
    title: t.string({ ...open('Part of the title as of the date, in any case.') }),
  }),
})

builder.queryField('arenas', (t) =>
  t.connection({
    ...open('The arenas that exist on the date, by title.'),
    authScopes: { can: 'register:read' },
    complexity: listCost,
    type: Arena,
    args: { filter: t.arg({ ...open('Which ones; all when left out.'), type: ArenaFilter }), ...asOfArgs },
    resolve: async (_root, args, context, info) => {
      const { db, asOf } = context
      const { municipality, state, title } = args.filter ?? {}
      const municipalityId = municipality && (await municipalityIdOf(db, municipality, asOf))
      const matching = namedAt(arenas, asOf, [
        ...(municipalityId
          ? [
              hasRow(
                'arena_participation',
                'arena_id',
                asOf,
                Prisma.sql`line.municipality_id = ${municipalityId}::uuid`,
              ),
            ]
          : []),
        ...(state ? [Prisma.sql`version.state = ${state}::arena_state`] : []),
        ...(title ? [isNamed('title', title)] : []),
      ])
      const query = queryFromInfo({ context, info, typeName: 'Arena', paths: [['edges', 'node'], ['nodes']] })
      return page(db, args, { matching }, (ids) => db.arena.findMany({ ...query, where: { id: { in: ids } } }))
    },
  }),
)

builder.queryField('arena', (t) =>
  t.prismaField({
    ...open('One arena by its address. Null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: Arena,
    nullable: true,
    args: { ...addressArgs, ...asOfArgs },
    resolve: async (query, _root, { municipality, slug }, { db, asOf }) => {
      const homeMunicipalityId = await findMunicipalityId(db, municipality, asOf)
      if (!homeMunicipalityId) return null
      return db.arena.findUnique({ ...query, where: { homeMunicipalityId_slug: { homeMunicipalityId, slug } } })
    },
  }),
)
