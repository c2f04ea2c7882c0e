import { error } from '@sveltejs/kit'
import { Client, fetchExchange, type AnyVariables, type CombinedError, type TypedDocumentNode } from '@urql/core'

const timeoutMs = 10_000

/** Which status a page answers with when the API says a code; anything else is the API's own fault. */
const statusOf: Record<string, number> = {
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
}

/**
 * Asks the API one question with a client that lives for this question only. Returns its data; throws a
 * SvelteKit error (400, 401, 403, 404, 429, or 503 when the API is down) instead of a partial answer.
 */
export async function ask<Data, Variables extends AnyVariables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const client = new Client({
    url,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetchOptions: () => ({ signal: AbortSignal.timeout(timeoutMs) }),
  })
  const result = await client.query(document, variables).toPromise()
  if (result.error) error(statusFor(result.error), result.error.message)
  if (!result.data) error(502, 'The API gave no answer')
  return result.data
}

function statusFor({ networkError, graphQLErrors }: CombinedError): number {
  if (networkError) return 503
  const code = graphQLErrors[0]?.extensions['code']
  return (typeof code === 'string' && statusOf[code]) || 502
}
