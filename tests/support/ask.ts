import type { Door } from '@samrad/api/builder'
import { createDoorkeeper } from '@samrad/api/auth/doorkeeper'
import { createDoor } from '@samrad/api/server'
import { pino } from 'pino'
import type { TestDatabase } from './test-database.ts'

export type Answer<Data> = {
  status: number
  headers: Headers
  data: Data
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } & Record<string, unknown> }[]
}

/** Who asks, and the key that makes a write happen once. */
export type As = { token?: string; key?: string; headers?: Record<string, string> }

/** Asks a door in process. `answer` gives everything; `data` fails loudly, with query and errors, when there is an error. */
export function openDoor(database: TestDatabase, door: Door = 'open', statementTimeoutMs?: number) {
  const db = database.reader('samrad_public', statementTimeoutMs)
  const viewers = database.viewers(door === 'open' ? 'samrad_neighbour' : 'samrad_signed_in')
  const doorkeeper = createDoorkeeper(database.porter(), [])
  const log = pino({ level: 'silent' })
  const yoga = createDoor({ door, db, viewers, doorkeeper, log, allowedOrigins: ['https://portal.example'] })
  const endpoint = `http://samrad.test${door === 'open' ? '/graphql' : '/admin/graphql'}`

  async function answer<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    { token, key, headers: more }: As = {},
  ): Promise<Answer<Data>> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      // A page of another origin cannot send it without asking.
      'graphql-require-preflight': '1',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
      ...more,
    }
    const response = await yoga.fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    const body = (await response.json()) as Partial<Answer<Data>>
    return { status: response.status, headers: response.headers, data: body.data as Data, errors: body.errors ?? [] }
  }
  async function data<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    as: As = {},
  ): Promise<Data> {
    const { data: found, errors } = await answer<Data>(query, variables, as)
    if (errors.length) throw new Error(`${query}\n${JSON.stringify(variables)}\n${JSON.stringify(errors, null, 2)}`)
    return found
  }
  return { answer, data, db, fetch: (request: Request) => yoga.fetch(request), endpoint }
}
