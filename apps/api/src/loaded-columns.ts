import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'

declare global {
  // The way Pothos' plugins make themselves known.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      loadedColumns: LoadedColumns<Types>
    }
  }
}

/**
 * A field that shows a column answers from the row at once when the row has it. Pothos' Prisma plugin, which stands
 * further in, first finds out whether its plan loaded the field: for each value of each row that costs more than all else.
 */
class LoadedColumns<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { extensions }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const column = extensions?.['pothosExposedField']
    if (typeof column !== 'string') return resolve
    return (row, args, context, info) => {
      const value = (row as Record<string, unknown>)[column]
      return value === undefined ? resolve(row, args, context, info) : value
    }
  }
}

SchemaBuilder.registerPlugin('loadedColumns', LoadedColumns)
