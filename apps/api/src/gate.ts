import type { IncomingMessage, ServerResponse } from 'node:http'

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

const tryAgainAfterSeconds = '2'
const busy = JSON.stringify({
  errors: [{ message: 'The service is busy. Try again in a moment.', extensions: { code: 'OVERLOADED' } }],
})

/**
 * Lets so many requests in at once and turns the rest away at the door, before anything of them is read: who is let in
 * is answered, and who is not knows when to come again.
 */
export function gate(listener: Listener, atOnce: number): Listener {
  let within = 0
  return async (request, response) => {
    if (within >= atOnce) {
      response.writeHead(503, { 'content-type': 'application/json', 'retry-after': tryAgainAfterSeconds })
      // What was sent and is not read would keep the connection.
      request.resume()
      return response.end(busy)
    }
    within++
    try {
      await listener(request, response)
    } finally {
      within--
    }
  }
}
