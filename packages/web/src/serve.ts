import { createServer, type RequestListener } from 'node:http'
import { pathToFileURL } from 'node:url'

/** Where an app is served: its port, the address that browsers know it by, and the environment it reads its settings from. */
export type Place = { port: number; origin: URL; environment: NodeJS.ProcessEnv }

const drainMs = 1_000
const patienceMs = 8_000

/** What every answer carries, also files: it is what it says it is, and comes by TLS when it once did. */
const headersOf = ({ protocol }: URL): [string, string][] => [
  ['x-content-type-options', 'nosniff'],
  ...(protocol === 'https:'
    ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as [string, string]]
    : []),
]

/**
 * Serves the built app of `folder` until it is told to end. Then it first says «not ready» and lets every answer close
 * its connection, so that whoever is in front goes elsewhere, and leaves when all are answered.
 */
export async function serve(folder: URL, { port, origin, environment }: Place): Promise<void> {
  // SvelteKit holds forms to the address it believes it has: ours is the configured one, whatever a request says.
  environment['PROTOCOL_HEADER'] = 'x-samrad-protocol'
  environment['HOST_HEADER'] = 'x-samrad-host'
  const built = new URL('build/handler.js', pathToFileURL(`${folder.pathname}/`))
  const { handler } = (await import(built.href)) as { handler: RequestListener }

  let isClosing = false
  const server = createServer((request, response) => {
    const answer = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(text)
    for (const [name, value] of headersOf(origin)) response.setHeader(name, value)
    if (request.url === '/healthz') return answer(200, 'lives')
    if (isClosing) response.setHeader('connection', 'close')
    if (isClosing && request.url === '/readyz') return answer(503, 'not ready')
    request.headers['x-samrad-protocol'] = origin.protocol.slice(0, -1)
    request.headers['x-samrad-host'] = origin.host
    return handler(request, response)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (isClosing) return
      isClosing = true
      setTimeout(() => {
        // Who sends byte by byte must not keep us.
        setTimeout(() => server.closeAllConnections(), patienceMs).unref()
        server.close(() => process.exit(0))
        server.closeIdleConnections()
      }, drainMs)
    })
}
