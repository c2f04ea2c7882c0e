import { seatsOf, type GivenRole, type Viewer as ViewerValue } from '../../auth/viewer.ts'
import { builder, globalIdOf } from '../../builder.ts'
import { ActionPoint } from '../action-point/action-point.ts'
import { Seat } from '../body/seat.ts'
import { Issue } from '../issue/issue.ts'
import { Municipality } from '../municipality/municipality.ts'

export const RoleKind = builder.enumType('RoleKind', {
  description: 'What somebody is in Samråd.',
  values: {
    MEMBER: { value: 'member', description: 'Sits in a body: sees what is internal to it. Ends with the seat.' },
    LEADER: { value: 'leader', description: 'Sees everything in a municipality, and changes nothing.' },
    COORDINATOR: { value: 'coordinator', description: 'Keeps the register of a municipality.' },
    OPERATOR: { value: 'operator', description: 'Runs the installation, and appoints coordinators.' },
  } as const,
})

const Role = builder.objectRef<GivenRole>('Role').implement({
  description: 'A role somebody has been given.',
  fields: (t) => ({
    id: t.id({ description: 'Permanent id.', resolve: ({ id }) => globalIdOf('RoleGrant', id) }),
    kind: t.field({ description: 'Which.', type: RoleKind, resolve: ({ kind }) => kind as typeof RoleKind.$inferType }),
    municipality: t.field({
      description: 'Where; of a member the home of the body, null for an operator.',
      type: Municipality,
      nullable: true,
      resolve: ({ municipalityId }, _args, { db }) =>
        municipalityId === null ? null : db.municipality.findUnique({ where: { id: municipalityId } }),
    }),
    bodyId: t.id({
      description: 'Of a member, id of the body; else null.',
      nullable: true,
      resolve: ({ bodyId }) => bodyId && globalIdOf('Body', bodyId),
    }),
  }),
})

export const Viewer = builder.objectRef<ViewerValue & { account: object }>('Viewer').implement({
  description: 'Who is asking.',
  fields: (t) => ({
    name: t.string({ description: 'As their provider of identity says it.', resolve: ({ account }) => account.name }),
    roles: t.field({
      description: 'Their roles; empty for who has none yet.',
      type: [Role],
      resolve: ({ standings }) => standings.filter((standing): standing is GivenRole => 'id' in standing),
    }),
  }),
})

builder.objectFields(Viewer, (t) => ({
  seats: t.prismaField({
    description: 'The seats that they are members by.',
    type: [Seat],
    resolve: (query, viewer, _args, { db }) =>
      db.seat.findMany({ ...query, where: { id: { in: seatsOf(viewer) } }, orderBy: { id: 'asc' } }),
  }),
  actionPoints: t.prismaField({
    description:
      'Open action points that they own by their seats, as who sits for an organisation in the body that agreed on them, or by their posts, those that are due first first.',
    type: [ActionPoint],
    complexity: { multiplier: 10 },
    resolve: async (query, viewer, _args, { db }) => {
      const seats = seatsOf(viewer)
      // By what is theirs first: there are more points than anybody has.
      const own = await db.$queryRaw<{ id: string }[]>`
        SELECT fact_id::text AS id FROM party WHERE seat_id = ANY (${seats}::uuid[])
        UNION SELECT party.fact_id::text FROM seat JOIN action_point AS point ON point.body_id = seat.body_id AND point.state = 'open'
          JOIN party ON party.fact_id = point.id AND party.organisation_id = seat.organisation_id WHERE seat.id = ANY (${seats}::uuid[])
        UNION SELECT party.fact_id::text FROM coordinator_post AS post JOIN party ON party.post_id = post.id
          WHERE post.home_municipality_id = ANY (viewer_ids('writes'))`
      return db.actionPoint.findMany({
        ...query,
        where: { state: 'open', id: { in: own.map(({ id }) => id) } },
        orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      })
    },
  }),
  issues: t.prismaField({
    description: 'Issues that they raised by their seats, the latest first.',
    type: [Issue],
    complexity: { multiplier: 10 },
    resolve: (query, viewer, _args, { db }) =>
      db.issue.findMany({
        ...query,
        where: { fact: { parties: { some: { seatId: { in: seatsOf(viewer) } } } } },
        orderBy: [{ raisedOn: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
      }),
  }),
}))
