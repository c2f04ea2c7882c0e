import { Prisma, type ViewerDb } from '@samrad/db'
import type { Plugin } from 'graphql-yoga'
import { hashOf } from '../auth/token.ts'
import { neighbour } from '../auth/viewer.ts'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'

/** At the open door, answers a program that has a municipality's key as that municipality: it also sees what others share with it. */
export function useKey(neighbours: ViewerDb): Plugin {
  return {
    onExecute({ args, executeFn, setExecuteFn, extendContext }) {
      const { token } = args.contextValue as unknown as Context
      if (!token) return
      setExecuteFn(() =>
        neighbours.transaction(Prisma.sql`enter_with_key(${hashOf(token)})`, async (db, municipalityId) => {
          if (typeof municipalityId !== 'string')
            throw new ApiError('UNAUTHENTICATED', 'This key is not known or no longer in use.', {
              http: { status: 401 },
            })
          extendContext({ db, viewer: neighbour(municipalityId) } as never)
          return executeFn(args)
        }),
      )
    },
  }
}
