import type { Prisma } from '@samrad/db'
import { hashOf } from '../../auth/token.ts'
import { builder } from '../../builder.ts'
import { municipalityIdOf } from '../../named.ts'
import { RoleKind } from '../account/viewer.ts'
import { Invitation, RoleGrant } from './role.ts'

const inMunicipality = {
  municipality: {
    description: 'Slug or number of the municipality; without it those of operators.',
  },
}

/** What belongs to a municipality: by itself, or by a seat in one of its bodies. */
const within = (municipalityId: string | null) =>
  municipalityId
    ? { OR: [{ municipalityId }, { seat: { body: { homeMunicipalityId: municipalityId } } }] }
    : { municipalityId: null, seatId: null }

builder.queryField('roles', (t) =>
  t.prismaField({
    description: 'Who has which role now, the latest given first.',
    authScopes: { can: 'roles:give' },
    type: [RoleGrant],
    args: { municipality: t.arg.string(inMunicipality.municipality) },
    resolve: async (query, _root, { municipality }, { db, asOf }) => {
      const id = municipality == null ? null : await municipalityIdOf(db, municipality, asOf)
      const where: Prisma.RoleGrantWhereInput = { endedAt: null, ...within(id) }
      return db.roleGrant.findMany({ ...query, where, orderBy: { createdAt: 'desc' } })
    },
  }),
)

builder.queryField('invitations', (t) =>
  t.prismaField({
    description: 'Invitations that can still be taken, the latest first.',
    authScopes: { can: 'roles:give' },
    type: [Invitation],
    args: { municipality: t.arg.string(inMunicipality.municipality) },
    resolve: async (query, _root, { municipality }, { db, asOf, now }) => {
      const id = municipality == null ? null : await municipalityIdOf(db, municipality, asOf)
      const open = { acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } }
      return db.invitation.findMany({ ...query, where: { ...open, ...within(id) }, orderBy: { createdAt: 'desc' } })
    },
  }),
)

type Opened = { kind: typeof RoleKind.$inferType; place: string }
const OpenInvitation = builder.objectRef<Opened>('OpenInvitation').implement({
  description: 'What somebody is invited to.',
  fields: (t) => ({
    kind: t.field({ description: 'The role.', type: RoleKind, resolve: ({ kind }) => kind }),
    place: t.exposeString('place', {
      description: 'Where: the municipality, or the seat and its body; empty for an operator.',
    }),
  }),
})

builder.queryField('openInvitation', (t) =>
  t.field({
    description: 'What the token of an invitation invites to; null when it is taken, withdrawn, too old, or never was.',
    authScopes: { can: 'own:account' },
    type: OpenInvitation,
    nullable: true,
    args: { token: t.arg.string({ description: 'The token, from the link.', required: true }) },
    resolve: async (_root, { token }, { db }) => {
      const [found] = await db.$queryRaw<Opened[]>`
        SELECT kind, place FROM open_invitation(${hashOf(token)}) WHERE id IS NOT NULL`
      return found ?? null
    },
  }),
)
