import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import SubGraphPlugin from '@pothos/plugin-sub-graph'
import { getDatamodel, type default as PrismaTypes } from '@samrad/db/pothos'
import type { Right } from './auth/rights.ts'
import type { Context } from './context.ts'
import { ApiError, badInput, tooCostly } from './errors.ts'
import { limits } from './limits.ts'
import './loaded-columns.ts'
import { registerScalars, type Scalars } from './scalars.ts'

export type Door = 'open' | 'admin'
const bothDoors: Door[] = ['open', 'admin']

/** Marks a type or field for the open door too. What is not marked exists behind the signed-in door only. */
export const open = <Description extends string>(description: Description) => ({ description, subGraphs: bothDoors })

/** The builder's types, for what is written once for many types. */
export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never

/** The id that the API gives out for something. */
export const globalIdOf = (typename: string, id: string): string =>
  Buffer.from(`${typename}:${id}`).toString('base64url')

const globalIdPattern = /^([A-Z]\w*):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes
  Context: Context
  Scalars: Scalars
  SubGraphs: Door
  AuthScopes: { can: Right | readonly Right[] }
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  Connection: { totalCount: number }
}>({
  // Complexity comes first, so that a costly query is refused before anybody asks for rights.
  plugins: [ComplexityPlugin, ScopeAuthPlugin, SubGraphPlugin, RelayPlugin, 'loadedColumns', PrismaPlugin],
  defaultFieldNullability: false,
  prisma: { client: (context) => context.db, dmmf: getDatamodel(), filterConnectionTotalCount: true },
  scopeAuth: {
    // Of several rights one is enough here: which of them counts is known when the thing is.
    authScopes: ({ viewer }) => ({ can: (rights) => [rights].flat().some((right) => viewer.scopes.has(right)) }),
    unauthorizedError: (_parent, { viewer }) =>
      viewer.account
        ? new ApiError('FORBIDDEN', 'Your roles do not include this.')
        : new ApiError('UNAUTHENTICATED', 'Sign in to ask for this.'),
  },
  subGraphs: { defaultForTypes: ['admin'], defaultForFields: ['admin'], fieldsInheritFromTypes: false },
  complexity: {
    // Most lists of a body or scheme hold a few rows; those that hold more say so.
    defaultListMultiplier: 4,
    limit: () => ({ complexity: limits().cost, depth: limits().depth, breadth: limits().breadth }),
    complexityError: (kind, result) => {
      const name = kind.toLowerCase() as 'complexity' | 'depth' | 'breadth'
      const allowed = { complexity: limits().cost, depth: limits().depth, breadth: limits().breadth }[name]
      return tooCostly(name === 'complexity' ? 'cost' : name, allowed, result[name])
    },
  },
  relay: {
    cursorType: 'String',
    nodeTypeOptions: open('Anything that has a permanent id.'),
    // modules/node has its own, which take the date.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    firstArgOptions: open(
      'How many from the start of the list or after `after`; 50 when neither first nor last is given.',
    ),
    afterArgOptions: open('Only what comes after this cursor.'),
    lastArgOptions: open('How many from the end of the list or before `before`.'),
    beforeArgOptions: open('Only what comes before this cursor.'),
    idFieldOptions: open('Permanent id, the same for ever.'),
    nodeFieldOptions: { ...open('The object itself.'), nullable: false },
    edgesFieldOptions: { ...open('The objects of this page with their cursors.'), nullable: false },
    nodesOnConnection: open('The objects of this page.'),
    cursorFieldOptions: open('Where this object stands in the list; pass it as `after` or `before`.'),
    pageInfoTypeOptions: open('Where a page stands in its list.'),
    pageInfoFieldOptions: open('Where this page stands in the list.'),
    hasNextPageFieldOptions: open('Whether there is more after this page.'),
    hasPreviousPageFieldOptions: open('Whether there is more before this page.'),
    startCursorFieldOptions: open('Cursor of the first object, null on an empty page.'),
    endCursorFieldOptions: open('Cursor of the last object, null on an empty page.'),
    defaultConnectionTypeOptions: open('One page of a list.'),
    defaultEdgeTypeOptions: open('One object in a list.'),
    encodeGlobalID: (typename, id) => globalIdOf(typename, String(id)),
    decodeGlobalID: (globalId) => {
      const [, typename = '', id = ''] = globalIdPattern.exec(Buffer.from(globalId, 'base64url').toString()) ?? []
      if (!id) throw badInput({ id: 'not an id of this API' })
      return { typename, id }
    },
  },
})

builder.globalConnectionField('totalCount', (t) =>
  t.exposeInt('totalCount', { ...open('How many there are in the whole list, all pages together.') }),
)

builder.queryType(
  open('What can be asked. Fields take the date they are answered as of; all dates in one request must be the same.'),
)
builder.mutationType({
  description: 'What can be done. One request is one act: when any part of it fails, nothing of it is done.',
})
registerScalars(builder)
