import { createServer } from 'node:http'

const { ADMIN_ORIGIN, ADMIN_PORT = '4001' } = process.env
const origin = new URL(ADMIN_ORIGIN ?? `http://localhost:${ADMIN_PORT}`)

// SvelteKit holds forms to the address it believes it has: ours is the configured one, whatever a request says.
process.env['PROTOCOL_HEADER'] = 'x-samrad-protocol'
process.env['HOST_HEADER'] = 'x-samrad-host'
const { handler } = (await import('../build/handler.js' as string)) as { handler: Parameters<typeof createServer>[1] }

let isClosing = false
const server = createServer((request, response) => {
  const answer = (status: number, text: string) =>
    response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(text)
  if (request.url === '/healthz') return answer(200, 'lives')
  if (isClosing) response.setHeader('connection', 'close')
  if (isClosing && request.url === '/readyz') return answer(503, 'not ready')
  request.headers['x-samrad-protocol'] = origin.protocol.slice(0, -1)
  request.headers['x-samrad-host'] = origin.host
  handler?.(request as never, response as never)
})
server.listen(Number(ADMIN_PORT))

const drainMs = 1_000
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (isClosing) return
    isClosing = true
    setTimeout(() => {
      server.close(() => process.exit(0))
      server.closeIdleConnections()
    }, drainMs)
  })
