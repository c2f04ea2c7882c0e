import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDoorkeeper } from '@samrad/api/auth/doorkeeper'
import { createProvider } from '@samrad/api/auth/provider'
import { providersFrom } from '@samrad/api/auth/provider-settings'
import { hashOf } from '@samrad/api/auth/token'
import { createDemoProvider } from '@samrad/demo-provider'
import { afterAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const redirectUri = 'http://localhost:9/logg-inn/retur'
const server = createServer()
await new Promise<void>((resolve) => server.listen(0, resolve))
const issuer = `http://localhost:${(server.address() as AddressInfo).port}/demo-idp`
const users = [{ id: 'en', name: 'En koordinator', kinds: [] }]
const demo = await createDemoProvider({ issuer, clientId: 'samrad', redirectUri, users, isDemonstration: true })
server.on('request', (request, response) => demo.handle(request, response))
afterAll(() => void server.close())

const settings = {
  key: 'demo',
  name: 'Demo',
  issuer,
  clientId: 'samrad',
  proof: { secret: demo.clientSecret },
  scope: 'openid profile',
}
const doorkeeper = createDoorkeeper(database.porter(), [createProvider(settings, redirectUri)])

/** Goes to the provider as a browser would, chooses who to be, and comes back with the answer. */
async function choose(address: string): Promise<string> {
  const jar = new Map<string, string>()
  const go = async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    return response
  }
  const locationOf = (response: Response) => new URL(response.headers.get('location') ?? '', issuer).href
  const page = locationOf(await go(address))
  const chosen = await go(page, {
    method: 'POST',
    body: 'user=en',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return new URL(locationOf(await go(locationOf(chosen)))).search.slice(1)
}

describe('who signs in', () => {
  it('is let in once by the answer to their own sign-in', async () => {
    const { secret, address } = await doorkeeper.begin('demo', null)
    const answer = await choose(address)
    const token = await doorkeeper.finish(secret, answer)
    const { viewer } = await openDoor(database, 'admin').data<{ viewer: { name: string; roles: object[] } }>(
      '{ viewer { name roles { id } } }',
      {},
      { token },
    )
    expect(viewer).toEqual({ name: 'En koordinator', roles: [] })
    await expect(doorkeeper.finish(secret, answer)).rejects.toThrow('Begin again')
  })

  it('is not let in by another’s answer, an answer that was changed, or none', async () => {
    const [mine, other] = [await doorkeeper.begin('demo', null), await doorkeeper.begin('demo', null)]
    const answer = await choose(other.address)
    await expect(doorkeeper.finish(mine.secret, answer)).rejects.toThrow('Begin again')
    await expect(doorkeeper.finish(other.secret, answer.replace(/code=./, 'code=x'))).rejects.toThrow('Begin again')
    await expect(doorkeeper.finish('no such secret', '')).rejects.toThrow('Begin again')
  })

  it('leaves nothing in the database that one could sign in with', async () => {
    const { secret, address } = await doorkeeper.begin('demo', null)
    const token = await doorkeeper.finish(secret, await choose(address))
    const { rows } = await database.owner.query(
      'SELECT session::text AS text FROM session UNION ALL SELECT sign_in::text FROM sign_in',
    )
    const text = JSON.stringify(rows)
    expect(text).toContain(hashOf(token))
    expect(text).not.toContain(token)
    expect(text).not.toContain(secret)
  })

  it('is out when the session is over or unused', async () => {
    const door = openDoor(database, 'admin')
    const { secret, address } = await doorkeeper.begin('demo', null)
    const token = await doorkeeper.finish(secret, await choose(address))
    const isIn = async () =>
      (await door.data<{ viewer: object | null }>('{ viewer { name } }', {}, { token })).viewer !== null
    expect(await isIn()).toBe(true)
    await database.owner.query(`UPDATE session SET last_used_at = now() - interval '5 hours' WHERE token_hash = $1`, [
      hashOf(token),
    ])
    expect(await isIn()).toBe(false)
    // Having asked does not bring it back.
    expect(await isIn()).toBe(false)
  })
})

describe('providers of identity in the environment', () => {
  const given = {
    SAMRAD_OIDC_PROVIDERS: 'ansattporten, politi-no',
    SAMRAD_OIDC_ANSATTPORTEN_ISSUER: 'https://ansattporten.example',
    SAMRAD_OIDC_ANSATTPORTEN_CLIENT_ID: 'a',
    SAMRAD_OIDC_ANSATTPORTEN_CLIENT_SECRET: 's',
    SAMRAD_OIDC_POLITI_NO_ISSUER: 'https://politi.example',
    SAMRAD_OIDC_POLITI_NO_CLIENT_ID: 'b',
    SAMRAD_OIDC_POLITI_NO_PRIVATE_KEY: 'pem',
    SAMRAD_OIDC_POLITI_NO_NAME: 'Politiet',
  }
  it('are several', () => {
    expect(providersFrom(given).map(({ key, name }) => [key, name])).toEqual([
      ['ansattporten', 'ansattporten'],
      ['politi-no', 'Politiet'],
    ])
    expect(providersFrom({})).toEqual([])
  })

  it('are refused when something is missing or not safe, and it is said what', () => {
    expect(() => providersFrom({ ...given, SAMRAD_OIDC_ANSATTPORTEN_CLIENT_ID: '' })).toThrow(
      'SAMRAD_OIDC_ANSATTPORTEN_CLIENT_ID is missing',
    )
    expect(() => providersFrom({ ...given, SAMRAD_OIDC_POLITI_NO_ISSUER: 'http://politi.example' })).toThrow(
      'must begin with https://',
    )
  })
})
