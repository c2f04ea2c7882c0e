import { builder } from '../../builder.ts'

export const SharingAgreement = builder.prismaNode('SharingAgreement', {
  description: 'That a municipality lets another see what it shares with neighbours.',
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    owner: t.relation('owner', { description: 'Who shares.' }),
    reader: t.relation('reader', { description: 'Who may see it.' }),
    since: t.string({
      description: 'When it was made: a time in ISO 8601, UTC.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt.toISOString(),
    }),
  }),
})

export const ApiKey = builder.prismaNode('ApiKey', {
  description:
    'Key with which a municipality’s own programs see at the open door what neighbours share with it: `Authorization: Bearer`.',
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for.' }),
    since: t.string({
      description: 'When it was made: a time in ISO 8601, UTC.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt.toISOString(),
    }),
  }),
})
