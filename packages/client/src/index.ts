import { error } from '@sveltejs/kit'
import { Client, fetchExchange, type AnyVariables, type CombinedError, type TypedDocumentNode } from '@urql/core'

const timeoutMs = 10_000

/** Which status a page answers with when the API says a code; anything else is the API's own fault. */
const statusOf: Record<string, number> = {
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CONFLICT: 409,
  PERSONAL_DATA: 422,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
  // On a busy machine our own questions may take longer than they are let.
  QUERY_TOO_COSTLY: 503,
}

/** Who asks, and for a write the key that makes it happen once. */
export type Asker = { token?: string | undefined; key?: string; headers?: Record<string, string> }

/**
 * Asks the API one question with a client that lives for this question only. Returns its data; throws a
 * SvelteKit error (400, 401, 403, 404, 429, or 503 when the API is down) instead of a partial answer.
 */
export async function ask<Data, Variables extends AnyVariables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  asker: Asker = {},
): Promise<Data> {
  const result = await clientFor(url, asker).query(document, variables).toPromise()
  if (result.error) error(statusFor(result.error), result.error.message)
  if (!result.data) error(502, 'The API gave no answer')
  return result.data
}

/** Why the API refused a write, as its error code and what comes with it. */
export type Refusal = {
  code: string
  fields?: Record<string, string>
  version?: number
  where?: string
  /** Whether the text reads like the case of one child, rather than holding a number. */
  isCase?: boolean
  /** Of a text that was questioned: what to send back to say that it is no single case. */
  confirmation?: string
  /** The words that were stopped or questioned, as their place in the text. */
  from?: number
  to?: number
  status: number
}

/** Has the API do something. What it refuses comes back, so that a form can say why and keep what was typed. */
export async function act<Data, Variables extends AnyVariables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  asker: Asker,
): Promise<{ data: Data; refusal?: undefined } | { data?: undefined; refusal: Refusal }> {
  const result = await clientFor(url, asker).mutation(document, variables).toPromise()
  if (result.error) {
    const { code, ...details } = { code: 'INTERNAL_SERVER_ERROR', ...result.error.graphQLErrors[0]?.extensions }
    const refusal = result.error.networkError ? { code: 'OVERLOADED' } : { code: String(code), ...details }
    return { refusal: { ...refusal, status: statusFor(result.error) } }
  }
  if (!result.data) return { refusal: { code: 'INTERNAL_SERVER_ERROR', status: 502 } }
  return { data: result.data }
}

const clientFor = (url: string, { token, key, headers }: Asker): Client =>
  new Client({
    url,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetchOptions: () => ({
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
    }),
  })

function statusFor({ networkError, graphQLErrors }: CombinedError): number {
  if (networkError) return 503
  const code = graphQLErrors[0]?.extensions['code']
  return (typeof code === 'string' && statusOf[code]) || 502
}
