import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'

const drainMs = 1_000
const patienceMs = 8_000

export type Listening = { port: number; close: () => Promise<void> }

/**
 * Serves `/healthz` (the process lives), `/readyz` (it can serve) and the rest by `listener`. `close` first says
 * «not ready», waits until nobody sends new requests, then lets those under way finish.
 */
export async function listen(
  port: number,
  listener: RequestListener,
  isReady: () => Promise<boolean>,
): Promise<Listening> {
  let isClosing = false
  const server = createServer((request, response) => {
    const answer = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(text)
    // Answers are data, never pages to be guessed at.
    response.setHeader('x-content-type-options', 'nosniff')
    if (request.url === '/healthz') return answer(200, 'lives')
    if (!isAddress(request)) return answer(400, 'bad address')
    // Who is told so sends the next request to somebody else.
    if (isClosing) response.setHeader('connection', 'close')
    if (request.url !== '/readyz') return listener(request, response)
    isReady().then(
      (ready) => (ready && !isClosing ? answer(200, 'ready') : answer(503, 'not ready')),
      () => answer(503, 'not ready'),
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      isClosing = true
      await new Promise((resolve) => setTimeout(resolve, drainMs))
      // Who sends byte by byte must not keep us.
      const patience = setTimeout(() => server.closeAllConnections(), patienceMs)
      server.closeIdleConnections()
      await promisify(server.close.bind(server))()
      clearTimeout(patience)
    },
  }
}

const isAddress = ({ url, headers }: IncomingMessage): boolean =>
  url?.startsWith('/') === true && URL.canParse(`http://${headers.host ?? 'localhost'}${url}`)
