import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { builder } from '../../builder.ts'
import { municipalityIdOf } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { SourceDocument } from './source.ts'

const DocumentFilter = builder.inputType('DocumentFilter', {
  description: 'Which documents.',
  fields: (t) => ({
    municipality: t.string({ description: 'Slug or number of the municipality that keeps them.' }),
    title: t.string({ description: 'Part of the title, in any case.' }),
  }),
})

builder.queryField('documents', (t) =>
  t.connection({
    description: 'The documents that facts rest on, by title.',
    authScopes: { can: 'register:read' },
    complexity: listCost,
    type: SourceDocument,
    args: { filter: t.arg({ description: 'Which ones; all when left out.', type: DocumentFilter }) },
    resolve: async (_root, args, context, info) => {
      const { db, asOf } = context
      const { municipality, title } = args.filter ?? {}
      const municipalityId = municipality && (await municipalityIdOf(db, municipality, asOf))
      const conditions = [
        Prisma.sql`true`,
        ...(municipalityId ? [Prisma.sql`home_municipality_id = ${municipalityId}::uuid`] : []),
        ...(title ? [Prisma.sql`strpos(lower(title), lower(${title})) > 0`] : []),
      ]
      const matching = Prisma.sql`SELECT id, title AS key FROM source_document WHERE ${Prisma.join(conditions, ' AND ')}`
      const query = queryFromInfo({ context, info, typeName: 'SourceDocument', paths: [['edges', 'node'], ['nodes']] })
      return page(db, args, { matching }, (ids) => db.sourceDocument.findMany({ ...query, where: { id: { in: ids } } }))
    },
  }),
)

builder.queryField('document', (t) =>
  t.prismaField({
    description: 'One document by its id. Null when there is none that you may see.',
    authScopes: { can: 'register:read' },
    type: SourceDocument,
    nullable: true,
    args: { id: t.arg.globalID({ description: 'Its id.', required: true, for: SourceDocument }) },
    resolve: (query, _root, { id: { id } }, { db }) => db.sourceDocument.findUnique({ ...query, where: { id } }),
  }),
)
