import type { OperationDefinitionNode } from 'graphql'

const atTheDoor = new Set(['beginSignIn', 'finishSignIn', 'signOut'])

/** Whether an operation does nothing but let somebody in or out; these stand alone, and nothing of their texts is stored. */
export const isAtTheDoor = ({ selectionSet: { selections } }: OperationDefinitionNode): boolean =>
  selections.every((one) => one.kind === 'Field' && atTheDoor.has(one.name.value))
