import { connect } from 'node:net'
import { listen } from '@samrad/api/listen'
import { expect, it } from 'vitest'

async function send(port: number, head: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`${head}\r\nConnection: close\r\n\r\n`)
  let text = ''
  for await (const chunk of socket) text += chunk
  return text
}

it('answers a bad host or address with 400 and nothing of its inside', async () => {
  const server = await listen(
    0,
    (_request, response) => response.end('served'),
    async () => true,
  )
  for (const head of [
    'GET /graphql HTTP/1.1\r\nHost: [',
    'GET /graphql HTTP/1.1\r\nHost: x:99999',
    'GET * HTTP/1.1\r\nHost: x',
  ]) {
    const answer = await send(server.port, head)
    expect(answer).toContain('HTTP/1.1 400')
    expect(answer).not.toContain('node_modules')
  }
  expect(await send(server.port, 'GET /graphql HTTP/1.1\r\nHost: x')).toContain('served')
  expect(await send(server.port, 'GET /readyz HTTP/1.1\r\nHost: x')).toContain('HTTP/1.1 200')
  await server.close()
})

it('says that it is not ready, and lets requests under way finish, before it closes', async () => {
  let finish = () => {}
  const server = await listen(
    0,
    (_request, response) => (finish = () => response.end('finished')),
    async () => true,
  )
  const underWay = fetch(`http://127.0.0.1:${server.port}/graphql`)
  await expect.poll(() => finish.name).toBe('finish')
  const closed = server.close()
  expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(503)
  finish()
  expect(await (await underWay).text()).toBe('finished')
  await closed
})
