import { newId } from '@samrad/db'
import { longest } from '@samrad/schema'
import { hashOf, newToken } from '../../auth/token.ts'
import { builder } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { municipalityIdOf } from '../../named.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { ApiKey, SharingAgreement } from './sharing.ts'

const sharing = { can: 'sharing:keep' } as const

builder.mutationField('shareWith', (t) =>
  t.prismaField({
    description: 'Lets another municipality see what is visible to neighbours, until that is ended.',
    authScopes: sharing,
    type: SharingAgreement,
    args: {
      municipality: t.arg.string({ description: 'Slug or number of who shares.', required: true }),
      with: t.arg.string({ description: 'Slug or number of who may see it.', required: true }),
    },
    resolve: async (query, _root, args, context) => {
      const { db, asOf } = context
      const ownerId = await municipalityIdOf(db, args.municipality, asOf)
      assertMay(context, 'sharing:keep', { home: ownerId })
      const readerId = await municipalityIdOf(db, args.with, asOf)
      if (readerId === ownerId) throw badInput({ with: 'not_with_itself' })
      if (await db.sharingAgreement.findFirst({ where: { ownerId, readerId, endedAt: null } }))
        throw badInput({ with: 'shared_already' })
      const id = newId()
      await act(context, { kind: 'share', noun: 'SharingAgreement', objectId: id, municipalityId: ownerId }, () =>
        db.sharingAgreement.createMany({ data: [{ id, ownerId, readerId }] }),
      )
      return db.sharingAgreement.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('endSharing', (t) =>
  t.prismaField({
    description: 'Ends that another municipality sees what is visible to neighbours. It is so with their next request.',
    authScopes: sharing,
    type: SharingAgreement,
    args: { id: t.arg.globalID({ description: 'Id of the agreement.', required: true, for: SharingAgreement }) },
    resolve: async (query, _root, { id: { id } }, context) => {
      const { db, now } = context
      const found = await db.sharingAgreement.findUnique({ where: { id, endedAt: null } })
      if (!found) throw notFound()
      assertMay(context, 'sharing:keep', { home: found.ownerId })
      const done = { kind: 'end', noun: 'SharingAgreement', objectId: id, municipalityId: found.ownerId }
      await act(context, done, () => db.sharingAgreement.updateMany({ where: { id }, data: { endedAt: now } }))
      return db.sharingAgreement.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const KeyMade = builder.objectRef<{ id: string; token: string }>('KeyMade').implement({
  description: 'A key that was made, with what is shown this once.',
  fields: (t) => ({
    token: t.exposeString('token', { description: 'The key itself. Only its SHA-256 is kept.' }),
    key: t.prismaField({
      description: 'The key without itself.',
      type: ApiKey,
      resolve: (query, { id }, _args, { db }) => db.apiKey.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

builder.mutationField('createApiKey', (t) =>
  t.field({
    description: 'Makes a key for a municipality’s own programs.',
    authScopes: sharing,
    type: KeyMade,
    args: {
      municipality: t.arg.string({ description: 'Slug or number of the municipality.', required: true }),
      name: t.arg.string({ description: 'What it is for: the name of a program.', required: true }),
    },
    resolve: async (_root, args, context) => {
      const { db, asOf } = context
      const municipalityId = await municipalityIdOf(db, args.municipality, asOf)
      assertMay(context, 'sharing:keep', { home: municipalityId })
      const name = args.name.trim()
      if (!name) throw badInput({ name: 'required' })
      if (name.length > longest.name) throw badInput({ name: 'too_long' })
      const [id, token] = [newId(), newToken()]
      await act(context, { kind: 'create', noun: 'ApiKey', objectId: id, municipalityId }, () =>
        db.apiKey.createMany({ data: [{ id, municipalityId, name, tokenHash: hashOf(token) }] }),
      )
      return { id, token }
    },
  }),
)

builder.mutationField('endApiKey', (t) =>
  t.prismaField({
    description: 'Makes a key useless, with its next request.',
    authScopes: sharing,
    type: ApiKey,
    args: { id: t.arg.globalID({ description: 'Id of the key.', required: true, for: ApiKey }) },
    resolve: async (query, _root, { id: { id } }, context) => {
      const { db, now } = context
      const found = await db.apiKey.findUnique({ where: { id, endedAt: null }, select: { municipalityId: true } })
      if (!found) throw notFound()
      assertMay(context, 'sharing:keep', { home: found.municipalityId })
      const done = { kind: 'end', noun: 'ApiKey', objectId: id, municipalityId: found.municipalityId }
      await act(context, done, () => db.apiKey.updateMany({ where: { id }, data: { endedAt: now } }))
      return db.apiKey.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
