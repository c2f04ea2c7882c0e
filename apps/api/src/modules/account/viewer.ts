import { rights, type Right } from '../../auth/rights.ts'
import type { GivenRole, Viewer as ViewerValue } from '../../auth/viewer.ts'
import { builder } from '../../builder.ts'
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

export const RightName = builder.enumType('Right', {
  description: 'Something that a role may allow, on what one sees.',
  values: Object.fromEntries(
    (Object.keys(rights) as Right[]).map((right) => [right.replace(':', '_').toUpperCase(), { value: right }]),
  ) as Record<string, { value: Right }>,
})

const Role = builder.objectRef<GivenRole>('Role').implement({
  description: 'A role somebody has been given.',
  fields: (t) => ({
    id: t.globalID({ description: 'Permanent id.', resolve: ({ id }) => ({ type: 'RoleGrant', id }) }),
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
      resolve: ({ bodyId }) => bodyId && Buffer.from(`Body:${bodyId}`).toString('base64url'),
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
