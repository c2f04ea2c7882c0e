import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createDemoProvider } from './index.ts'

const users = [{ id: 'en', name: 'Koordinator <b>i</b> Prøvebygd', kinds: ['coordinator' as const] }]

async function start(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  onTestFinished(() => void server.close())
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/demo-idp`
  const settings = { issuer, clientId: 'samrad', redirectUri: 'http://localhost/retur', users, isDemonstration: true }
  const provider = await createDemoProvider(settings)
  server.on('request', (request, response) => {
    if (!provider.handle(request, response)) response.writeHead(404).end('not for the provider')
  })
  return issuer
}

it('refuses to start outside the demonstration', async () => {
  const settings = { issuer: 'http://localhost/x', clientId: 'x', redirectUri: 'http://localhost/retur', users }
  await expect(createDemoProvider({ ...settings, isDemonstration: false })).rejects.toThrow('in the demonstration only')
})

it('asks whom to be, in the language asked for, with names as text', async () => {
  const issuer = await start()
  const challenge = 'x'.repeat(43)
  const query = `client_id=samrad&response_type=code&scope=openid&redirect_uri=http://localhost/retur&code_challenge=${challenge}&code_challenge_method=S256&ui_locales=nn`
  const begun = await fetch(`${issuer}/auth?${query}`, { redirect: 'manual' })
  const cookies = begun.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const page = await fetch(new URL(begun.headers.get('location') ?? '', issuer), {
    headers: { cookie: cookies.join('; ') },
  })
  const html = await page.text()
  expect(html).toContain('Kven vil du vere?')
  expect(html).not.toContain('<b>i</b>')
  expect(html).not.toMatch(/https?:\/\//)
})

it('lets nobody in without a proof key, and answers only for its own path', async () => {
  const issuer = await start()
  const query = 'client_id=samrad&response_type=code&scope=openid&redirect_uri=http://localhost/retur'
  const refused = await fetch(`${issuer}/auth?${query}`, { redirect: 'manual' })
  expect(refused.headers.get('location')).toContain('error=invalid_request')
  expect((await fetch(issuer.replace('/demo-idp', '/graphql'))).status).toBe(404)
})
