import type { Door } from '@samrad/api/builder'
import { createDoor } from '@samrad/api/server'
import { pino } from 'pino'
import type { TestDatabase } from './test-database.ts'

export type Answer<Data> = {
  status: number
  headers: Headers
  data: Data
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } & Record<string, unknown> }[]
}

/** Asks a door in process. `answer` gives everything; `data` fails loudly, with query and errors, when there is an error. */
export function openDoor({ reader }: TestDatabase, door: Door = 'open', statementTimeoutMs?: number) {
  const db = reader(door === 'open' ? 'samrad_public' : 'samrad_signed_in', statementTimeoutMs)
  const yoga = createDoor({ door, db, log: pino({ level: 'silent' }), allowedOrigins: ['https://portal.example'] })
  const endpoint = `http://samrad.test${door === 'open' ? '/graphql' : '/admin/graphql'}`

  async function answer<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<Data>> {
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
    const response = await yoga.fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    const body = (await response.json()) as Partial<Answer<Data>>
    return { status: response.status, headers: response.headers, data: body.data as Data, errors: body.errors ?? [] }
  }
  async function data<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Data> {
    const { data: found, errors } = await answer<Data>(query, variables)
    if (errors.length) throw new Error(`${query}\n${JSON.stringify(variables)}\n${JSON.stringify(errors, null, 2)}`)
    return found
  }
  return { answer, data, db, fetch: (request: Request) => yoga.fetch(request), endpoint }
}
