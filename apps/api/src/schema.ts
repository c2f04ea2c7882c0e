import { assertValidSchema, type GraphQLSchema } from 'graphql'
import { builder, type Door } from './builder.ts'
import './modules/index.ts'

/** The schema of one door. Throws when it is not valid or a root field declares no scope: who may do nothing is refused by default. */
export function schemaFor(door: Door): GraphQLSchema {
  const schema = builder.toSchema({ subGraph: door })
  assertValidSchema(schema)
  assertGuarded(schema)
  return schema
}

function assertGuarded(schema: GraphQLSchema): void {
  const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  )
  const open = rootFields.filter(
    ({ extensions }) => !(extensions['pothosOptions'] as { authScopes?: unknown } | undefined)?.authScopes,
  )
  if (open.length) throw new Error(`Declare authScopes on: ${open.map(({ name }) => name).join(', ')}`)
}
