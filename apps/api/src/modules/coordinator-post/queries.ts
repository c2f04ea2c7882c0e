import { addressArgs } from '../../address-args.ts'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { findMunicipalityId } from '../../named.ts'
import { CoordinatorPost } from './coordinator-post.ts'

builder.queryField('coordinatorPost', (t) =>
  t.prismaField({
    ...open('One coordinator’s post by its address. Null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: CoordinatorPost,
    nullable: true,
    args: { ...addressArgs, ...asOfArgs },
    resolve: async (query, _root, { municipality, slug }, { db, asOf }) => {
      const homeMunicipalityId = await findMunicipalityId(db, municipality, asOf)
      if (!homeMunicipalityId) return null
      return db.coordinatorPost.findUnique({
        ...query,
        where: { homeMunicipalityId_slug: { homeMunicipalityId, slug } },
      })
    },
  }),
)
