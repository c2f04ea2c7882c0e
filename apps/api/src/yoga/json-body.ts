import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { GraphQLError } from 'graphql'
import { badInput, tooCostly } from '../errors.ts'
import { limits } from '../limits.ts'

/** Takes JSON bodies only, up to the limit. Forms that a foreign page can send without asking first are refused. */
export function useJsonBody(): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'GET') refuseBadParameters(new URL(request.url))
      if (request.method !== 'POST') return
      const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
      if (type !== 'application/json')
        throw withStatus(415, badInput({ 'content-type': 'send the query as application/json' }))
      setRequestParser(async (incoming) => parse(await readWithinLimit(incoming)))
    },
  }
}

function refuseBadParameters({ searchParams }: URL): void {
  for (const name of ['variables', 'extensions']) {
    const value = searchParams.get(name)
    if (value) parse(value)
  }
}

async function readWithinLimit(request: Request): Promise<string> {
  const allowed = limits().bodyBytes
  const announced = Number(request.headers.get('content-length') ?? NaN)
  if (announced > allowed) throw withStatus(413, tooCostly('body bytes', allowed, announced))
  // Node reads no more than was announced.
  if (announced <= allowed) return request.text()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > allowed) throw withStatus(413, tooCostly('body bytes', allowed))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parse(text: string): GraphQLParams {
  const body = parseJson(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw withStatus(400, badInput({ body: 'must be one JSON object' }))
  refuseDeep(body)
  return body
}

// What walks through a body calls itself for each level: a body may not have more levels than that can bear.
const deepest = 50

function refuseDeep(body: object): void {
  let level: unknown[] = [body]
  for (let depth = 0; level.length; depth++) {
    if (depth > deepest) throw withStatus(400, badInput({ body: `at most ${deepest} levels inside each other` }))
    level = level.flatMap((value) => (value && typeof value === 'object' ? Object.values(value) : []))
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw withStatus(400, badInput({ body: 'is not JSON' }))
  }
}

function withStatus(status: number, error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } })
}
