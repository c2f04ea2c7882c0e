import type { IncomingMessage, ServerResponse } from 'node:http'
import { Prisma, type ViewerDb } from '@samrad/db'
import { hashOf } from '../auth/token.ts'

/**
 * Ends letters when a mail program asks it to (RFC 8058): a bare POST to the address in the letter, from anywhere. Whether
 * it took the request. A person comes to the desk instead, which asks first.
 */
export function endByOneClick(request: IncomingMessage, response: ServerResponse, viewers: ViewerDb): boolean {
  const [, token] = /^\/avmelding\/([\w-]{20,200})$/.exec(request.url ?? '') ?? []
  if (!token) return false
  const answer = (status: number) => response.writeHead(status, { 'content-type': 'text/plain' }).end()
  request.resume()
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST')
    answer(405)
    return true
  }
  viewers
    .transaction(Prisma.sql`enter('', true)`, async (db) => {
      await db.$queryRaw`SELECT end_letters(${hashOf(token)})`
    })
    // What there is no letter for is no news to whoever asks.
    .then(
      () => answer(200),
      () => answer(503),
    )
  return true
}
