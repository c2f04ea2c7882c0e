import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { findMunicipalityId, municipalityIdOf } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { Issue } from './issue.ts'

const IssueFilter = builder.inputType('IssueFilter', {
  ...open('Which issues.'),
  fields: (t) => ({
    municipality: t.string({ ...open('Slug or number of the municipality whose they are.') }),
    body: t.string({
      ...open('Slug of a body where they are up, whose home that municipality is; needs `municipality`.'),
    }),
    theme: t.string({ ...open('Only those with this theme.') }),
    isOpen: t.boolean({ ...open('Only those that are open, or only those that are not.') }),
  }),
})

builder.queryField('issue', (t) =>
  t.prismaField({
    ...open('One issue by its address. Null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: Issue,
    nullable: true,
    args: {
      municipality: t.arg.string({
        description: 'Slug of the municipality whose it is, or that municipality’s number, present or earlier.',
        required: true,
      }),
      slug: t.arg.string({ description: 'The issue’s part of the address.', required: true }),
      ...asOfArgs,
    },
    resolve: async (query, _root, { municipality, slug }, { db, asOf }) => {
      const homeMunicipalityId = await findMunicipalityId(db, municipality, asOf)
      if (!homeMunicipalityId) return null
      return db.issue.findFirst({ ...query, where: { slug, homeMunicipalityId } })
    },
  }),
)

builder.queryField('issues', (t) =>
  t.connection({
    ...open(
      'Issues that had been raised on the date of the request, or of which it is not known when, those raised last first.',
    ),
    authScopes: { can: 'register:read' },
    complexity: listCost,
    type: Issue,
    args: { filter: t.arg({ ...open('Which ones; all when left out.'), type: IssueFilter }), ...asOfArgs },
    resolve: async (_root, args, context, info) => {
      const { db, asOf } = context
      const { municipality, body, theme, isOpen } = args.filter ?? {}
      if (body && !municipality) throw badInput({ municipality: 'required' })
      const municipalityId = municipality && (await municipalityIdOf(db, municipality, asOf))
      const conditions = [
        Prisma.sql`(raised_on IS NULL OR raised_on <= ${asOf}::date)`,
        ...(municipalityId && !body ? [Prisma.sql`issue.home_municipality_id = ${municipalityId}::uuid`] : []),
        ...(body
          ? [
              Prisma.sql`EXISTS (SELECT FROM issue_forum JOIN body ON body.id = body_id
                WHERE issue_id = issue.id AND body.home_municipality_id = ${municipalityId}::uuid AND body.slug = ${body})`,
            ]
          : []),
        ...(theme ? [Prisma.sql`${theme} = ANY (themes)`] : []),
        ...(isOpen == null ? [] : [Prisma.sql`(state IS NOT DISTINCT FROM 'open') = ${isOpen}`]),
      ]
      const matching = Prisma.sql`
        SELECT issue.id, COALESCE(to_char(raised_on, 'YYYY-MM-DD'), '') AS key FROM issue WHERE ${Prisma.join(conditions, ' AND ')}`
      const query = queryFromInfo({ context, info, typeName: 'Issue', paths: [['edges', 'node'], ['nodes']] })
      return page(db, args, { matching, isDescending: true }, (ids) =>
        db.issue.findMany({ ...query, where: { id: { in: ids } } }),
      )
    },
  }),
)
