import {
  getArgumentValues,
  getDirectiveValues,
  getOperationAST,
  getVariableValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type ExecutionArgs,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { badInput } from './errors.ts'

// Making a formatter costs more than all else that is done with a date.
const osloDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' })

const hourInMs = 3_600_000
let lastAsked = { hour: NaN, day: '' }

/** Today in Oslo, as midnight UTC. Days change at whole hours, so it is worked out once an hour. */
export function todayInOslo(now: Date): Date {
  const hour = Math.floor(now.getTime() / hourInMs)
  if (hour !== lastAsked.hour) lastAsked = { hour, day: `${osloDay.format(now)}T00:00:00Z` }
  return new Date(lastAsked.day)
}

/**
 * The one date of an operation, from the `asOf` of its root fields. Throws `BAD_USER_INPUT` when they disagree,
 * and when a variable does not fit its type: here is where variables are read first.
 */
export function asOfOf({ schema, document, operationName, variableValues }: ExecutionArgs, today: Date): Date {
  const operation = getOperationAST(document, operationName)
  const rootType = operation && schema.getRootType(operation.operation)
  if (!operation || !rootType) return today

  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {})
  if (errors)
    throw badInput(
      Object.fromEntries(errors.map(({ message }) => [/"\$(\w+)"/.exec(message)?.[1] ?? 'variables', message])),
    )

  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  )
  const dates = new Set<number>()
  for (const node of rootFields(operation.selectionSet, fragments, (node) => isAsked(node, coerced))) {
    const field = rootType.getFields()[node.name.value]
    if (!field?.args.some(({ name }) => name === 'asOf')) continue
    const { asOf } = getArgumentValues(field, node, coerced)
    dates.add(asOf instanceof Date ? asOf.getTime() : today.getTime())
  }
  if (dates.size > 1) throw badInput({ asOf: 'one request has one date; ask for two dates in two requests' })
  const [only] = dates
  return only === undefined ? today : new Date(only)
}

const isAsked = (node: SelectionNode, variables: Record<string, unknown>): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false

function rootFields(
  selections: SelectionSetNode,
  fragments: Map<string, SelectionSetNode>,
  isAsked: (node: SelectionNode) => boolean,
  seen = new Set<string>(),
): FieldNode[] {
  return selections.selections.filter(isAsked).flatMap((selection): FieldNode[] => {
    if (selection.kind === 'Field') return [selection]
    if (selection.kind === 'InlineFragment') return rootFields(selection.selectionSet, fragments, isAsked, seen)
    if (seen.has(selection.name.value)) return []
    seen.add(selection.name.value)
    const fragment = fragments.get(selection.name.value)
    return fragment ? rootFields(fragment, fragments, isAsked, seen) : []
  })
}
