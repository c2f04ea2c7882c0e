import { visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { badInput } from '../errors.ts'

/** Refuses text that no database can hold, NUL and lone surrogates, in any variable or literal. */
export function useCleanText(): Plugin {
  // Yoga parses a query once and keeps it.
  const clean = new WeakSet<object>()
  return {
    onExecute({ args }) {
      for (const [name, value] of Object.entries(args.variableValues ?? {})) assertClean(`$${name}`, value)
      if (clean.has(args.document)) return
      visit(args.document, { StringValue: (node) => assertClean('query', node.value) })
      clean.add(args.document)
    },
  }
}

function assertClean(where: string, value: unknown): void {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    throw badInput({ [where]: 'holds a character that is not text (NUL or half a surrogate pair)' })
  if (value && typeof value === 'object') for (const part of Object.values(value)) assertClean(where, part)
}
