import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { builder } from '../../builder.ts'
import { municipalityIdOf } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { Act } from './act.ts'

const ActFilter = builder.inputType('ActFilter', {
  description: 'Which acts.',
  fields: (t) => ({
    municipality: t.string({ description: 'Slug or number of the municipality in whose register they were done.' }),
    object: t.globalID({ description: 'Id of the thing they were done to.' }),
    noun: t.string({ description: 'Type of the thing they were done to: `Body`.' }),
    text: t.string({
      description:
        'Part of what the thing is called, or of the name of who did it, in any case, as far as you see them.',
    }),
  }),
})

const named = (text: string) => Prisma.sql`SELECT id FROM named_thing WHERE strpos(lower(name), lower(${text})) > 0`

builder.queryField('acts', (t) =>
  t.connection({
    description: 'What was done, the latest first.',
    authScopes: { can: ['history:read', 'shared:mend'] },
    complexity: listCost,
    type: Act,
    args: { filter: t.arg({ description: 'Which ones; all you may see when left out.', type: ActFilter }) },
    resolve: async (_root, args, context, info) => {
      const { db, asOf } = context
      const { municipality, object, noun, text } = args.filter ?? {}
      const municipalityId = municipality && (await municipalityIdOf(db, municipality, asOf))
      const conditions = [
        Prisma.sql`true`,
        ...(municipalityId ? [Prisma.sql`municipality_id = ${municipalityId}::uuid`] : []),
        ...(object ? [Prisma.sql`noun = ${object.typename} AND object_id = ${object.id}::uuid`] : []),
        ...(noun ? [Prisma.sql`noun = ${noun}`] : []),
        ...(text ? [Prisma.sql`(object_id IN (${named(text)}) OR account_id IN (${named(text)}))`] : []),
      ]
      // No id, for its letters would be sorted the Norwegian way, «aa» behind «z»; and no digits, for sixteen of them hold
      // what reads like an identity number now and then.
      const matching = Prisma.sql`SELECT id, translate((extract(epoch FROM at) * 1000000)::bigint::text, '0123456789', 'bcdefghijk') AS key FROM act WHERE ${Prisma.join(conditions, ' AND ')}`
      const query = queryFromInfo({ context, info, typeName: 'Act', paths: [['edges', 'node'], ['nodes']] })
      return page(db, args, { matching, isDescending: true }, (ids) =>
        db.act.findMany({ ...query, where: { id: { in: ids } } }),
      )
    },
  }),
)
