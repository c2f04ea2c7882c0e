import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './generated/admin.d.ts'

/** Documents for the signed-in door, typed by its printed schema. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string } }>()

export { readFragment, type FragmentOf, type ResultOf, type VariablesOf } from 'gql.tada'
