import { builder } from '../../builder.ts'
import { RoleKind } from '../account/viewer.ts'

/** Columns that the signed-in role may read; of tokens only the hash is kept, and nobody reads that. */
export const RoleGrant = builder.prismaNode('RoleGrant', {
  description: 'That somebody has been given a role.',
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    kind: t.expose('kind', { description: 'Which.', type: RoleKind }),
    name: t.string({
      description: 'Whose it is, as their provider of identity says it.',
      select: { account: { select: { name: true } } },
      resolve: ({ account }) => account.name,
    }),
    isYours: t.boolean({
      description: 'Whether it is your own.',
      select: { accountId: true },
      resolve: ({ accountId }, _args, { viewer }) => accountId === viewer.account?.id,
    }),
    municipality: t.relation('municipality', {
      description: 'Where a leader or coordinator has it; null for others.',
      nullable: true,
    }),
    seat: t.relation('seat', { description: 'The seat a member has it by; null for others.', nullable: true }),
    since: t.string({
      description: 'When it was given: a time in ISO 8601, UTC.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt.toISOString(),
    }),
  }),
})

export const Invitation = builder.prismaNode('Invitation', {
  description: 'A link that gives a role to whoever signs in with it, once.',
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    kind: t.expose('kind', { description: 'The role it gives.', type: RoleKind }),
    note: t.exposeString('note', {
      description: 'For whom it is, as the inviter noted; null when not noted.',
      nullable: true,
    }),
    municipality: t.relation('municipality', { description: 'Where; null for members and operators.', nullable: true }),
    seat: t.relation('seat', { description: 'The seat; null for all but members.', nullable: true }),
    expiresAt: t.string({
      description: 'Until when it can be taken: a time in ISO 8601, UTC.',
      select: { expiresAt: true },
      resolve: ({ expiresAt }) => expiresAt.toISOString(),
    }),
  }),
})
