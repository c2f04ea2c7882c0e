import { Prisma, type ViewerDb } from '@samrad/db'
import { getOperationAST, type ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { anonymous, viewerFrom, type Entered } from '../auth/viewer.ts'
import { hashOf } from '../auth/token.ts'
import type { Context } from '../context.ts'
import { answeredOnce } from './answered-once.ts'
import { isDeadlock } from './database-error.ts'
import { isAtTheDoor } from './operations.ts'

/**
 * Runs each operation of the signed-in door in one transaction as the viewer. A mutation is one act: when anything in
 * it fails, nothing of it is written and nothing of it is answered.
 */
export function useSignedIn(viewers: ViewerDb): Plugin {
  return {
    onExecute({ args, executeFn, setExecuteFn, extendContext }) {
      const operation = getOperationAST(args.document, args.operationName)
      const isWrite = operation?.operation === 'mutation'
      // Who comes and goes is asked of the provider, which may be slow: no transaction waits for it.
      if (isWrite && isAtTheDoor(operation)) return
      setExecuteFn(async () => {
        const { token, doorkeeper, request } = args.contextValue as unknown as Context & { request: Request }
        const enter = Prisma.sql`enter(${token ? hashOf(token) : ''}, ${isWrite})`
        const attempt = () =>
          viewers.transaction(enter, async (db, entered): Promise<ExecutionResult> => {
            const viewer = token ? viewerFrom(entered as Entered) : anonymous
            extendContext({ db, viewer } as never)
            const execute = async () => (await executeFn(args)) as ExecutionResult
            if (!isWrite) return execute()
            const result = await answeredOnce({ db, viewer, request, args }, execute)
            if (result.errors?.length) throw new Undone(result)
            return result
          })
        const result = await untilNotInTheWay(() =>
          attempt().catch((error: unknown) => {
            if (error instanceof Undone) return error.result
            throw error
          }),
        )
        if (token) await doorkeeper?.touch(token)
        return result
      })
    },
  }
}

const attempts = 3

/** Two acts that got in each other’s way are none of the caller’s business: nothing of the one that gave way was written, and it is done again. */
async function untilNotInTheWay(work: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  for (let nth = 1; ; nth++) {
    const result = await work()
    const isInTheWay = result.errors?.some(({ originalError }) => isDeadlock(originalError))
    if (!isInTheWay || nth === attempts) return result
  }
}

/** Takes a transaction back and brings out what is to be answered. */
class Undone extends Error {
  readonly result: ExecutionResult
  constructor({ errors = [] }: ExecutionResult) {
    super('undone')
    this.result = { data: null, errors }
  }
}
