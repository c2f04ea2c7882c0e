import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { gate } from './gate.ts'

it('lets in as many as it may, turns the rest away, and is open again when they are answered', async () => {
  let answerAll = () => {}
  const waiting = new Promise<void>((resolve) => (answerAll = resolve))
  let within = 0
  let most = 0
  const listener = gate(async (_request, response) => {
    most = Math.max(most, ++within)
    await waiting
    response.end('answered')
    within--
  }, 8)
  const server = createServer((request, response) => void listener(request, response)).listen(0)
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  try {
    const asked = Array.from({ length: 80 }, () => fetch(url, { method: 'POST', body: '{}' }))
    const first = await Promise.all(
      asked.map((one) => Promise.race([one, new Promise<null>((r) => setTimeout(r, 1_000, null))])),
    )
    const turnedAway = first.filter((one) => one !== null)
    expect(turnedAway).toHaveLength(72)
    for (const one of turnedAway) {
      expect([one.status, one.headers.get('retry-after')]).toEqual([503, '2'])
      expect(await one.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] })
    }
    answerAll()
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(8)
    expect(most).toBe(8)
    expect((await fetch(url)).status).toBe(200)
  } finally {
    server.close()
  }
})
