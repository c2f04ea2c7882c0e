import { act, ask } from '@samrad/client'
import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { apiUrl } from './environment'

type Asker = { locals: App.Locals }

/** Asks the signed-in door as the viewer; see `ask` in packages/client for what it throws. */
export const askDesk = <Data, Variables extends AnyVariables>(
  { locals: { token } }: Asker,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> => ask(apiUrl, document, variables, { token })

/** Has the signed-in door do something as the viewer. `form` carries the key that makes it happen once, and what was confirmed. */
export function actAtDesk<Data, Variables extends AnyVariables>(
  { locals: { token } }: Asker,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  form?: FormData,
) {
  const key = form?.get('_key')
  const confirmed = form?.get('_confirmed')
  return act(apiUrl, document, variables, {
    token,
    ...(typeof key === 'string' && key ? { key } : {}),
    ...(typeof confirmed === 'string' && confirmed ? { headers: { 'samrad-confirmed': confirmed } } : {}),
  })
}
