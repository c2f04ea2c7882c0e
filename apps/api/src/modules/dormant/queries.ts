import { Prisma, type Db } from '@samrad/db'
import { builder, globalIdOf } from '../../builder.ts'
import { municipalityIdOf } from '../../named.ts'

type Row = { type: string; id: string; slug: string; name: string; beginsOn: Date | null; endedOn: Date | null }

const DormantThing = builder.objectRef<Row>('DormantThing').implement({
  description: 'Something that has ended and can be restored, or that begins later.',
  fields: (t) => ({
    id: t.id({ description: 'Permanent id.', resolve: ({ type, id }) => globalIdOf(type, id) }),
    type: t.exposeString('type', { description: 'What it is: `Body`, `Area` …' }),
    slug: t.exposeString('slug', { description: 'Its part of the address.' }),
    name: t.exposeString('name', { description: 'What it was last called.' }),
    beginsOn: t.expose('beginsOn', {
      description: 'The first day of what begins later; null of what has ended.',
      type: 'Date',
      nullable: true,
    }),
    endedOn: t.expose('endedOn', {
      description: 'The first day on which what has ended no longer was; null of what begins later.',
      type: 'Date',
      nullable: true,
    }),
  }),
})

const kinds = [
  ['Body', 'body', 'body_version', 'body_id', 'name'],
  ['Area', 'area', 'area_version', 'area_id', 'name'],
  ['Scheme', 'scheme', 'scheme_version', 'scheme_id', 'name'],
  ['CoordinatorPost', 'coordinator_post', 'post_version', 'post_id', 'title'],
  ['Arena', 'arena', 'arena_version', 'arena_id', 'title'],
  ['Organisation', 'organisation', 'organisation_version', 'organisation_id', 'name'],
] as const

function dormantIn(db: Db, municipalityId: string, asOf: Date): Promise<Row[]> {
  const each = kinds.map(
    ([type, table, versions, key, name]) => Prisma.sql`
      SELECT ${type} AS type, thing.id::text, thing.slug, CASE WHEN thing.valid_to <= ${asOf}::date THEN thing.valid_to END AS "endedOn",
             CASE WHEN thing.valid_from > ${asOf}::date THEN thing.valid_from END AS "beginsOn",
             (SELECT ${Prisma.raw(name)} FROM ${Prisma.raw(versions)} AS version
               WHERE version.${Prisma.raw(key)} = thing.id ORDER BY valid_from DESC NULLS LAST LIMIT 1) AS name
        FROM ${Prisma.raw(table)} AS thing
       WHERE thing.home_municipality_id = ${municipalityId}::uuid AND (thing.valid_to <= ${asOf}::date OR thing.valid_from > ${asOf}::date)`,
  )
  return db.$queryRaw<Row[]>`
    SELECT * FROM (${Prisma.join(each, ' UNION ALL ')}) AS dormant
     ORDER BY "beginsOn" NULLS LAST, "endedOn" DESC, name COLLATE norwegian`
}

builder.queryField('dormantThings', (t) =>
  t.field({
    description:
      'What a municipality keeps that is not there today: what begins later, then what has ended, the latest first.',
    authScopes: { can: 'register:keep' },
    type: [DormantThing],
    args: { municipality: t.arg.string({ description: 'Slug or number of the municipality.', required: true }) },
    resolve: async (_root, { municipality }, { db, asOf }) =>
      dormantIn(db, await municipalityIdOf(db, municipality, asOf), asOf),
  }),
)
