import { ask } from '@samrad/client'
import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { apiUrl } from './environment.ts'

/** Asks the open door of the API; see `ask` in packages/client for what it throws. */
export const askOpenDoor = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> => ask(apiUrl, document, variables)
