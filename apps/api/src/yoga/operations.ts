import type { OperationDefinitionNode } from 'graphql'

const atTheDoor = new Set(['beginSignIn', 'finishSignIn', 'signOut'])
// Issues are about groups and trends: a single case is never one, and nobody is asked whether it is.
const strict = new Set(['raiseIssue', 'correctIssue', 'liftIssue', 'answerLift', 'closeIssue'])

const fieldsOf = ({ selectionSet: { selections } }: OperationDefinitionNode): (string | undefined)[] =>
  selections.map((one) => (one.kind === 'Field' ? one.name.value : undefined))

/** Whether an operation does nothing but let somebody in or out; these stand alone, and nothing of their texts is stored. */
export const isAtTheDoor = (operation: OperationDefinitionNode): boolean =>
  fieldsOf(operation).every((name) => name !== undefined && atTheDoor.has(name))

/** Whether an operation writes where no text may read like the case of one child. */
export const isStrict = (operation: OperationDefinitionNode): boolean =>
  fieldsOf(operation).some((name) => name === undefined || strict.has(name))
