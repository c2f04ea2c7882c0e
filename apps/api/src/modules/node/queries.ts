import { resolveNodes } from '@pothos/plugin-relay'
import { isObjectType, type GraphQLSchema } from 'graphql'
import { asOfArgs } from '../../as-of-args.ts'
import { builder, open } from '../../builder.ts'
import { badInput } from '../../errors.ts'
import { limits } from '../../limits.ts'

// A type of the other door, or of none, is simply not there.
function isNodeOf(schema: GraphQLSchema, typename: string): boolean {
  const type = schema.getType(typename)
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')
}

// Ids that are read whatever types there are, so that an unknown one can be answered like an absent one.
const extensions = { relayGlobalIDAlwaysParse: true }

builder.queryField('node', (t) =>
  t.field({
    ...open('One object by its id, or null when there is none that you may see.'),
    authScopes: { can: 'register:read' },
    type: builder.nodeInterfaceRef(),
    nullable: true,
    args: {
      id: t.arg.globalID({ description: 'The id, as some answer gave it.', required: true, extensions }),
      ...asOfArgs,
    },
    resolve: async (_root, { id }, context, info) => {
      if (!isNodeOf(info.schema, id.typename)) return null
      const [node] = await resolveNodes(builder, context, info, [id])
      return node
    },
  }),
)

builder.queryField('nodes', (t) =>
  t.field({
    ...open(
      'Several objects by their ids, in the same order, null for each that you may not see or that is not there.',
    ),
    authScopes: { can: 'register:read' },
    complexity: ({ ids }) => ({ multiplier: Math.max(1, ids.length) }),
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    args: {
      ids: t.arg.globalIDList({ description: 'The ids, as some answer gave them.', required: true, extensions }),
      ...asOfArgs,
    },
    resolve: async (_root, { ids }, context, info) => {
      if (ids.length > limits().pageSize) throw badInput({ ids: `at most ${limits().pageSize} at a time` })
      const known = ids.map((id) => (isNodeOf(info.schema, id.typename) ? id : null))
      return resolveNodes(builder, context, info, known)
    },
  }),
)
