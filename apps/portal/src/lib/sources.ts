import type { ResultOf } from '@samrad/schema/open'
import type { Sources_source } from './fragments.ts'

type Source = ResultOf<typeof Sources_source>

/** The sources of several facts shown together, each once. */
export function sourcesOf(facts: { sources: Source[] }[]): Source[] {
  const all = facts.flatMap(({ sources }) => sources)
  return [...new Map(all.map((source) => [JSON.stringify(source), source])).values()]
}
