import type { Plugin } from 'graphql-yoga'
import { asOfOf } from '../as-of.ts'
import type { Context } from '../context.ts'

/** Puts the one date of the request into its context, before any resolver runs. */
export function useAsOf(): Plugin {
  return {
    onExecute({ args, extendContext }) {
      const { asOf: today } = args.contextValue as unknown as Context
      extendContext({ asOf: asOfOf(args, today) } as never)
    },
  }
}
