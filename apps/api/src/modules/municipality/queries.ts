import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { builder, open } from '../../builder.ts'
import { asOfArgs } from '../../as-of-args.ts'
import { badInput } from '../../errors.ts'
import { dated } from '../../in-force.ts'
import { hasRow, isNamed, namedAt, type Named } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { Municipality } from './municipality.ts'
import { numberedAs } from './rules.ts'

const MunicipalityFilter = builder.inputType('MunicipalityFilter', {
  ...open('Which municipalities.'),
  fields: (t) => ({
    county: t.string({ ...open('Number of the county as of the date, two characters: `46`.') }),
    name: t.string({ ...open('Part of the name as of the date, in any case.') }),
    country: t.string({ ...open('ISO 3166-1 code of two letters; all countries when left out.') }),
    neighbourOf: t.string({
      ...open('Number of a Norwegian municipality as of the date: only those that share a land border with it.'),
    }),
    hasBodies: t.boolean({ ...open('Whether it takes part in any body that you may see on the date.') }),
  }),
})

const MunicipalitySort = builder.enumType('MunicipalitySort', {
  ...open('What municipalities are sorted by.'),
  values: {
    NAME: { description: 'Name as of the date, the Norwegian way.' },
    NUMBER: { description: 'Municipality number as of the date.' },
  } as const,
})

const numberColumns = {
  id: true,
  versions: { select: { ...dated, municipalityId: true, number: true, country: true } },
} as const

builder.queryField('municipality', (t) =>
  t.field({
    ...open('One municipality by its number, present or earlier, or by its slug. Null when there is none.'),
    authScopes: { can: 'register:read' },
    type: Municipality,
    nullable: true,
    args: {
      number: t.arg.string({
        ...open('Four characters, leading zero kept. A number in use on the date wins over an earlier one.'),
      }),
      slug: t.arg.string({ ...open('The permanent part of its address.') }),
      country: t.arg.string({
        ...open('ISO 3166-1 code of two letters that the number belongs to.'),
        defaultValue: 'NO',
      }),
      ...asOfArgs,
    },
    resolve: async (_root, { number, slug, country }, context, info) => {
      const { db, asOf } = context
      if ((number == null) === (slug == null)) throw badInput({ number: 'give either number or slug' })
      const query = queryFromInfo({ context, info, select: numberColumns })
      if (slug != null) return db.municipality.findUnique({ ...query, where: { slug } })
      // All that ever had the number, with all that is asked about them: nearly always one, and then one statement.
      const wanted = { number: number ?? '', country: country ?? 'NO' }
      const candidates = await db.municipality.findMany({
        ...query,
        where: { versions: { some: wanted } },
      })
      const versions = candidates.flatMap((candidate) => candidate.versions)
      const id = numberedAs(
        versions.filter((version) => version.number === wanted.number && version.country === wanted.country),
        asOf,
      )
      return candidates.find((candidate) => candidate.id === id) ?? null
    },
  }),
)

builder.queryField('municipalities', (t) =>
  t.connection({
    ...open('The municipalities that exist on the date.'),
    authScopes: { can: 'register:read' },
    complexity: listCost,
    type: Municipality,
    args: {
      filter: t.arg({ ...open('Which ones; all when left out.'), type: MunicipalityFilter }),
      sortBy: t.arg({ ...open('Order of the list.'), type: MunicipalitySort, defaultValue: 'NAME' }),
      ...asOfArgs,
    },
    resolve: (_root, args, context, info) => {
      const { db, asOf } = context
      const query = queryFromInfo({ context, info, typeName: 'Municipality', paths: [['edges', 'node'], ['nodes']] })
      const sortBy = args.sortBy === 'NUMBER' ? 'number' : 'name'
      return page(db, args, { matching: matching(args.filter ?? {}, sortBy, asOf) }, (ids) =>
        db.municipality.findMany({ ...query, where: { id: { in: ids } } }),
      )
    },
  }),
)

type Filter = typeof MunicipalityFilter.$inferInput
const municipalityNames: Named = {
  table: 'municipality',
  versions: 'municipality_version',
  key: 'municipality_id',
  name: 'name',
}

function matching(
  { county, name, country, neighbourOf, hasBodies }: Filter,
  sortBy: 'name' | 'number',
  asOf: Date,
): Prisma.Sql {
  return namedAt({ ...municipalityNames, name: sortBy }, asOf, [
    ...(county ? [Prisma.sql`version.county_number = ${county}`] : []),
    ...(name ? [isNamed('name', name)] : []),
    ...(country ? [Prisma.sql`identity.country = ${country}`] : []),
    ...(neighbourOf
      ? [
          Prisma.sql`EXISTS (SELECT FROM municipality_neighbour AS border
            JOIN municipality_version AS other ON other.municipality_id = border.neighbour_id
            WHERE border.municipality_id = identity.id AND other.country = 'NO' AND other.number = ${neighbourOf}
              AND valid_at(other.valid_from, other.valid_to, ${asOf}::date))`,
        ]
      : []),
    ...(hasBodies == null
      ? []
      : [Prisma.sql`${hasRow('body_participation', 'municipality_id', asOf, Prisma.sql`true`)} = ${hasBodies}`]),
  ])
}
