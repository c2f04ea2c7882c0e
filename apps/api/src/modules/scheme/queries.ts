import { addressArgs } from '../../address-args.ts'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { findMunicipalityId } from '../../named.ts'
import { Scheme } from './scheme.ts'

builder.queryField('scheme', (t) =>
  t.prismaField({
    ...open('One scheme by its address. Null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: Scheme,
    nullable: true,
    args: { ...addressArgs, ...asOfArgs },
    resolve: async (query, _root, { municipality, slug }, { db, asOf }) => {
      const homeMunicipalityId = await findMunicipalityId(db, municipality, asOf)
      if (!homeMunicipalityId) return null
      return db.scheme.findUnique({ ...query, where: { homeMunicipalityId_slug: { homeMunicipalityId, slug } } })
    },
  }),
)
