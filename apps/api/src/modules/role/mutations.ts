import { newId } from '@samrad/db'
import { hashOf, newToken } from '../../auth/token.ts'
import { builder } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { municipalityIdOf } from '../../named.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { RoleKind } from '../account/viewer.ts'
import { Invitation, RoleGrant } from './role.ts'

const daysOpen = 14
const dayInMs = 86_400_000

const Invited = builder.objectRef<{ id: string; token: string }>('Invited').implement({
  description: 'An invitation that was just made.',
  fields: (t) => ({
    token: t.exposeString('token', {
      description: 'What the link is to carry. It is shown this once: only its hash is kept.',
    }),
    invitation: t.prismaField({
      description: 'The invitation.',
      type: Invitation,
      resolve: (query, { id }, _args, { db }) => db.invitation.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

builder.mutationField('invite', (t) =>
  t.field({
    description: `Makes a link that gives a role to whoever signs in with it, once, within ${daysOpen} days.`,
    authScopes: { can: 'roles:give' },
    type: Invited,
    args: {
      kind: t.arg({ description: 'The role.', type: RoleKind, required: true }),
      municipality: t.arg.string({ description: 'Slug or number, for leaders and coordinators.' }),
      seat: t.arg.globalID({ description: 'The seat, for members.' }),
      note: t.arg.string({ description: 'For whom it is: a role or service. At most 200 characters.' }),
    },
    resolve: async (_root, { kind, municipality, seat, note }, context) => {
      const { db, asOf, now, viewer } = context
      const needs = { member: 'seat', leader: 'municipality', coordinator: 'municipality', operator: null }[kind]
      if (needs === 'seat' && !seat) throw badInput({ seat: 'required' })
      if (needs === 'municipality' && !municipality) throw badInput({ municipality: 'required' })
      if ((note?.length ?? 0) > 200) throw badInput({ note: 'too_long' })
      const municipalityId = needs === 'municipality' ? await municipalityIdOf(db, municipality ?? '', asOf) : null
      const sitting = needs === 'seat' && seat?.typename === 'Seat' ? await seatOf(context.db, seat.id) : null
      if (needs === 'seat' && !sitting) throw badInput({ seat: 'not_found' })
      const home = municipalityId ?? sitting?.body.homeMunicipalityId ?? null
      assertMay(context, 'roles:give', { home })
      const [id, token] = [newId(), newToken()]
      const invitation = { id, kind, municipalityId, seatId: sitting?.id ?? null, note: note?.trim() || null }
      const expiresAt = new Date(now.getTime() + daysOpen * dayInMs)
      const invitedById = viewer.account?.id ?? null
      await act(context, { kind: 'invite', noun: 'Invitation', objectId: id, municipalityId: home }, () =>
        db.invitation.createMany({ data: [{ ...invitation, tokenHash: hashOf(token), expiresAt, invitedById }] }),
      )
      return { id, token }
    },
  }),
)

const seatOf = (db: Parameters<typeof act>[0]['db'], id: string) =>
  db.seat.findUnique({ where: { id }, select: { id: true, body: { select: { homeMunicipalityId: true } } } })

builder.mutationField('withdrawInvitation', (t) =>
  t.prismaField({
    description: 'Makes the link of an invitation lead nowhere.',
    authScopes: { can: 'roles:give' },
    type: Invitation,
    args: { id: t.arg.globalID({ description: 'Id of the invitation.', required: true, for: Invitation }) },
    resolve: async (query, _root, { id: { id } }, context) => {
      const { db, now } = context
      const select = { municipalityId: true, seat: { select: { body: { select: { homeMunicipalityId: true } } } } }
      const found = await db.invitation.findUnique({ where: { id, acceptedAt: null, withdrawnAt: null }, select })
      if (!found) throw notFound()
      const home = found.municipalityId ?? found.seat?.body.homeMunicipalityId ?? null
      assertMay(context, 'roles:give', { home })
      await act(context, { kind: 'withdraw', noun: 'Invitation', objectId: id, municipalityId: home }, () =>
        db.invitation.updateMany({ where: { id }, data: { withdrawnAt: now } }),
      )
      return db.invitation.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('acceptInvitation', (t) =>
  t.boolean({
    description: 'Takes an invitation: who asks has its role from now on.',
    authScopes: { can: 'own:account' },
    args: { token: t.arg.string({ description: 'The token, from the link.', required: true }) },
    resolve: async (_root, { token }, context) => {
      const { db, viewer } = context
      if (!viewer.account) throw notFound()
      const [open] = await db.$queryRaw<{ id: string; home: string | null }[]>`
        SELECT id::text, home::text FROM open_invitation(${hashOf(token)}) WHERE id IS NOT NULL`
      if (!open) throw notFound()
      const done = { kind: 'accept', noun: 'Invitation', objectId: open.id, municipalityId: open.home }
      await act(context, done, () => db.$queryRaw`SELECT accept_invitation(${hashOf(token)})::text`)
      return true
    },
  }),
)

builder.mutationField('endRole', (t) =>
  t.prismaField({
    description:
      'Takes a role back. It is gone with the next request of who had it. Refused for the only one who runs the installation.',
    authScopes: { can: 'roles:give' },
    type: RoleGrant,
    args: { id: t.arg.globalID({ description: 'Id of the role.', required: true, for: RoleGrant }) },
    resolve: async (query, _root, { id: { id } }, context) => {
      const { db, now } = context
      const select = {
        kind: true,
        municipalityId: true,
        seat: { select: { body: { select: { homeMunicipalityId: true } } } },
      } as const
      const found = await db.roleGrant.findUnique({ where: { id, endedAt: null }, select })
      if (!found) throw notFound()
      const home = found.municipalityId ?? found.seat?.body.homeMunicipalityId ?? null
      assertMay(context, 'roles:give', { home })
      await act(context, { kind: 'end', noun: 'RoleGrant', objectId: id, municipalityId: home }, async () => {
        if (found.kind === 'operator' && (await db.roleGrant.count({ where: { kind: 'operator', endedAt: null } })) < 2)
          throw badInput({ id: 'last_operator' })
        const { count } = await db.roleGrant.updateMany({ where: { id }, data: { endedAt: now } })
        if (!count) throw notFound()
      })
      return db.roleGrant.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
