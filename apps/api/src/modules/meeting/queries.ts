import { queryFromInfo } from '@pothos/plugin-prisma'
import { Prisma } from '@samrad/db'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { findMunicipalityId, municipalityIdOf } from '../../named.ts'
import { listCost, page } from '../../page.ts'
import { Meeting } from './meeting.ts'

const MeetingFilter = builder.inputType('MeetingFilter', {
  ...open('Which meetings.'),
  fields: (t) => ({
    municipality: t.string({
      ...open(
        'Slug or number of a municipality that takes part in the body, on the date of the request or on that of the meeting.',
      ),
    }),
    body: t.string({ ...open('Slug of a body whose home that municipality is; needs `municipality`.') }),
    area: t.string({
      ...open(
        'Slug of an area of that municipality that the body covers, or a part of one, on either date; needs `municipality`.',
      ),
    }),
    from: t.field({ ...open('Only on this day or later.'), type: 'Date' }),
    to: t.field({ ...open('Only before this day.'), type: 'Date' }),
    round: t.string({ ...open('Label of a round, such as «1/19».') }),
  }),
})

builder.queryField('meeting', (t) =>
  t.prismaField({
    ...open('One meeting by its address. Null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: Meeting,
    nullable: true,
    args: {
      municipality: t.arg.string({
        description: 'Slug of the home municipality of the body, or that municipality’s number, present or earlier.',
        required: true,
      }),
      body: t.arg.string({ description: 'The body’s part of the address.', required: true }),
      slug: t.arg.string({ description: 'The meeting’s part of the address.', required: true }),
      ...asOfArgs,
    },
    resolve: async (query, _root, { municipality, body, slug }, { db, asOf }) => {
      const homeMunicipalityId = await findMunicipalityId(db, municipality, asOf)
      if (!homeMunicipalityId) return null
      return db.meeting.findFirst({ ...query, where: { slug, body: { homeMunicipalityId, slug: body } } })
    },
  }),
)

builder.queryField('meetings', (t) =>
  t.connection({
    ...open('Meetings of all bodies, the earliest first.'),
    authScopes: { can: 'register:read' },
    complexity: listCost,
    type: Meeting,
    args: { filter: t.arg({ ...open('Which ones; all when left out.'), type: MeetingFilter }), ...asOfArgs },
    resolve: async (_root, args, context, info) => {
      const { db, asOf } = context
      const { municipality, body, area, from, to, round } = args.filter ?? {}
      if ((body || area) && !municipality) throw badInput({ municipality: 'required' })
      const municipalityId = municipality && (await municipalityIdOf(db, municipality, asOf))
      // Known since a later day than that of the meeting, or no longer: either day will do.
      const holds = Prisma.sql`(valid_at(line.valid_from, line.valid_to, ${asOf}::date) OR valid_at(line.valid_from, line.valid_to, meeting.held_on))`
      const conditions = [
        Prisma.sql`true`,
        ...(body
          ? [
              Prisma.sql`EXISTS (SELECT FROM body WHERE body.id = meeting.body_id
                AND body.home_municipality_id = ${municipalityId}::uuid AND body.slug = ${body})`,
            ]
          : []),
        ...(area
          ? [
              Prisma.sql`EXISTS (SELECT FROM area JOIN body_area AS line
                    ON line.area_id = area.id OR line.area_id IN (SELECT whole_id FROM area_part AS line WHERE part_id = area.id AND ${holds})
                WHERE area.home_municipality_id = ${municipalityId}::uuid AND area.slug = ${area}
                  AND line.body_id = meeting.body_id AND ${holds})`,
            ]
          : []),
        ...(municipalityId && !body && !area
          ? [
              Prisma.sql`EXISTS (SELECT FROM body_participation AS line
                WHERE line.body_id = meeting.body_id AND line.municipality_id = ${municipalityId}::uuid AND ${holds})`,
            ]
          : []),
        ...(from ? [Prisma.sql`meeting.held_on >= ${from}::date`] : []),
        ...(to ? [Prisma.sql`meeting.held_on < ${to}::date`] : []),
        ...(round
          ? [
              Prisma.sql`EXISTS (SELECT FROM meeting_round WHERE meeting_round.id = meeting.round_id AND label = ${round})`,
            ]
          : []),
      ]
      const matching = Prisma.sql`
        SELECT meeting.id, to_char(meeting.held_on, 'YYYY-MM-DD') || COALESCE(meeting.starts_at, '') AS key
          FROM meeting WHERE ${Prisma.join(conditions, ' AND ')}`
      const query = queryFromInfo({ context, info, typeName: 'Meeting', paths: [['edges', 'node'], ['nodes']] })
      return page(db, args, { matching }, (ids) => db.meeting.findMany({ ...query, where: { id: { in: ids } } }))
    },
  }),
)
