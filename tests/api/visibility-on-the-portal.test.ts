import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { listen } from '@samrad/api/listen'
import { createDoor } from '@samrad/api/server'
import { pino } from 'pino'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { hidden, loadEveryVisibility, shown } from '../support/proevebygd.ts'
import { noViewers, openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()

beforeAll(() => loadEveryVisibility(database))

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** The portal as it is built, asking the open door over this file's database. */
async function startPortal(): Promise<string> {
  const db = database.reader('samrad_public')
  const door = createDoor({ door: 'open', db, viewers: noViewers, log: pino({ level: 'silent' }), allowedOrigins: [] })
  const api = await listen(0, door, async () => true)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const portal = spawn(process.execPath, [join(import.meta.dirname, '../../apps/portal/build/index.js')], {
    env: { PORT: String(port), PORTAL_ORIGIN: origin, API_ORIGIN: `http://localhost:${api.port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    portal.kill('SIGTERM')
    await api.close()
  })
  await once(portal.stdout, 'data')
  return origin
}

/** All addresses of Prøvebygd that a page leads to. */
function addressesIn(text: string, origin: string): string[] {
  return [...text.matchAll(/(?:href="|<loc>)([^"<]+)/g)]
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), origin))
    .filter(({ pathname }) => /^\/(?:nn\/|en\/)?kommune\/proevebygd/.test(pathname))
    .map(({ pathname, search }) => pathname + search)
}

it('shows nothing that is for neighbours or internal, on any page, export or list', async () => {
  const origin = await startPortal()
  const waiting = [
    '/',
    '/kommuner',
    '/kommuner.csv',
    '/kommuner.json',
    '/sitemap.xml',
    '/sok?q=HEMME',
    '/sok?q=synlig',
    '/kommune/proevebygd',
  ]
  waiting.push('/kommune/proevebygd?dato=2019-06-01', '/kommune/proevebygd/sammenlign?fra=2010-01-01&til=2020-01-01')
  for (const kind of ['organ/body', 'omraade/area'])
    for (const visibility of ['neighbours', 'internal'])
      for (const end of ['', '/sammenlign', '/struktur.csv', '/struktur.json'])
        waiting.push(`/kommune/proevebygd/${kind}-${visibility}${end}`)
  const seen = new Map<string, string>()
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    if (seen.has(address)) continue
    const response = await fetch(origin + address)
    const text = await response.text()
    seen.set(address, text)
    expect([200, 404], address).toContain(response.status)
    expect(text.includes(hidden), `${address} shows what is hidden`).toBe(false)
    if (/-(neighbours|internal)/.test(address)) expect(response.status, address).toBe(404)
    else waiting.push(...addressesIn(text, origin))
  }
  for (const page of ['', '/struktur.csv', '/struktur.json', '/organ/body-public', '/omraade/area-public'])
    expect(seen.get(`/kommune/proevebygd${page}`), page).toContain(shown)
  expect(seen.size).toBeGreaterThan(40)
}, 120_000)
