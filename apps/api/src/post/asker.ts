import type { Ask } from './courier.ts'

type Door = { fetch: (request: Request) => Response | Promise<Response>; graphqlEndpoint: string }

/** Asks a door in this process, by the same way in as everybody else. */
export const askerOf =
  (door: Door): Ask =>
  async <Data>(query: string, variables: Record<string, unknown> = {}, token?: string) => {
    const request = new Request(`http://localhost${door.graphqlEndpoint}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'graphql-require-preflight': '1',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await (await door.fetch(request)).json()) as { data?: Data; errors?: unknown[] }
    if (!data || errors?.length) throw new Error(`The door answered with errors: ${JSON.stringify(errors)}`)
    return data
  }
