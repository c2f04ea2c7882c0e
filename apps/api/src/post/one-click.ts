import type { IncomingMessage, ServerResponse } from 'node:http'
import { Prisma, type ViewerDb } from '@samrad/db'
import { hashOf } from '../auth/token.ts'

const address = /^\/avmelding\/([\w-]{20,200})$/

/** Whether a mail program asks for letters to end, by the address in one. */
export const isOneClick = ({ url }: IncomingMessage): boolean => address.test(url ?? '')

/**
 * Ends letters when a mail program asks for it (RFC 8058): a bare POST to the address in the letter, from anywhere. A
 * person comes to the desk instead, which asks first.
 */
export const oneClickFor =
  (viewers: ViewerDb) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, token = ''] = address.exec(request.url ?? '') ?? []
    const answer = (status: number) => response.writeHead(status, { 'content-type': 'text/plain' }).end()
    request.resume()
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST')
      answer(405)
      return
    }
    // What there is no letter for is no news to whoever asks.
    await viewers
      .transaction(Prisma.sql`enter('', true)`, async (db) => {
        await db.$queryRaw`SELECT end_letters(${hashOf(token)})`
      })
      .then(
        () => answer(200),
        () => answer(503),
      )
  }
