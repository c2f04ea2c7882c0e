import { builder } from '../../builder.ts'
import { municipalityIdOf } from '../../named.ts'
import { ApiKey, SharingAgreement } from './sharing.ts'

const municipalityText = 'Slug or number of the municipality.'

builder.queryField('sharingAgreements', (t) =>
  t.prismaField({
    description: 'What a municipality shares with whom, and who shares with it, the latest first.',
    authScopes: { can: 'sharing:keep' },
    type: [SharingAgreement],
    args: { municipality: t.arg.string({ description: municipalityText, required: true }) },
    resolve: async (query, _root, { municipality }, { db, asOf }) => {
      const id = await municipalityIdOf(db, municipality, asOf)
      const where = { endedAt: null, OR: [{ ownerId: id }, { readerId: id }] }
      return db.sharingAgreement.findMany({ ...query, where, orderBy: { createdAt: 'desc' } })
    },
  }),
)

builder.queryField('apiKeys', (t) =>
  t.prismaField({
    description:
      'Keys of a municipality’s programs that work, the latest first. The keys themselves are shown once only.',
    authScopes: { can: 'sharing:keep' },
    type: [ApiKey],
    args: { municipality: t.arg.string({ description: municipalityText, required: true }) },
    resolve: async (query, _root, { municipality }, { db, asOf }) => {
      const municipalityId = await municipalityIdOf(db, municipality, asOf)
      return db.apiKey.findMany({ ...query, where: { municipalityId, endedAt: null }, orderBy: { createdAt: 'desc' } })
    },
  }),
)
