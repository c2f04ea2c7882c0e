import { gunzipSync } from 'node:zlib'
import { limitsFrom, limitVariables, setLimits } from '@samrad/api/limits'
import { auditServer } from 'graphql-http'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadEveryVisibility } from '../support/proevebygd.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const open = openDoor(database)
const admin = openDoor(database, 'admin')

beforeAll(() => loadEveryVisibility(database))
afterEach(() => setLimits(limitsFrom({})))

describe.each([
  ['open', open],
  ['signed-in', admin],
])('the %s door over HTTP', (_name, door) => {
  it('passes the graphql-http audit', async () => {
    const results = await auditServer({
      url: door.endpoint,
      fetchFn: (url: string, init: RequestInit) => door.fetch(new Request(url, init)),
    })
    expect(results.length).toBeGreaterThan(50)
    const failed = results.filter(({ status }) => status === 'error' || status === 'warn')
    expect(failed.map((result) => `${result.name}: ${'reason' in result ? result.reason : ''}`)).toEqual([])
  })
})

describe('each limit', () => {
  const neighbours = (depth: number): string => (depth ? `neighbours { ${neighbours(depth - 1)} }` : 'name')

  it.each<[string, string, Record<string, unknown>]>([
    [
      'cost',
      `{ municipalities(first: 100) { nodes { bodies { seats { organisation { areas { area { bodies { body { name } } } } } } } } } }`,
      {},
    ],
    [
      'cost',
      `query ($n: Int) { municipalities(first: $n) { nodes { bodies { seats { organisation { areas { area { bodies { body { name } } } } } } } } } }`,
      { n: 100 },
    ],
    [
      'cost',
      `query ($n: Int = 100) { municipalities(first: $n) { nodes { bodies { seats { organisation { areas { area { bodies { body { name } } } } } } } } } }`,
      {},
    ],
    ['depth', `{ municipality(slug: "oslo") { ${neighbours(14)} } }`, {}],
    ['cost', `{ municipality(slug: "oslo") { ${neighbours(6)} } }`, {}],
    ['aliases', `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: __typename`).join(' ')} }`, {}],
    ['tokens', `{ municipality(slug: "oslo") { ${'name '.repeat(1_500)} } }`, {}],
  ])('on %s is refused, however it is written', async (limit, query, variables) => {
    const { errors } = await open.answer(query, variables)
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', limit, allowed: expect.any(Number) } }])
  })

  it('on page size is refused with what to do', async () => {
    const { errors } = await open.answer(`query ($n: Int) { municipalities(first: $n) { totalCount } }`, { n: 101 })
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: { first: expect.stringContaining('at most 100') } } },
    ])
  })

  it.each([
    ['a tree', `{ municipality(number: "4601") { name } }`],
    ['a list', `{ municipalities { nodes { name } } }`],
  ])('on time is refused for %s', async (_what, query) => {
    const hasty = openDoor(database, 'open', 100)
    const client = await database.owner.connect()
    await client.query('BEGIN; LOCK TABLE municipality')
    const { errors } = await hasty.answer(query)
    await client.query('ROLLBACK')
    client.release()
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', limit: 'time' } }])
    expect((await hasty.answer(query)).errors).toEqual([])
  })

  it('on body size is refused, announced or not', async () => {
    const body = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(100_001)}` })
    const stream = new Blob([body]).stream()
    const headers = { 'content-type': 'application/json' }
    for (const init of [{ body }, { body: stream, duplex: 'half' }]) {
      const response = await open.fetch(new Request(open.endpoint, { method: 'POST', headers, ...init } as RequestInit))
      expect(response.status).toBe(413)
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', limit: 'body bytes' } }],
      })
    }
  })

  it('is what the environment says, and the environment is checked', () => {
    expect(limitsFrom({ SAMRAD_LIMIT_DEPTH: '7' }).depth).toBe(7)
    for (const { variable } of Object.values(limitVariables))
      expect(() => limitsFrom({ [variable]: 'many' })).toThrow(variable)
  })

  it('allows the examples that GraphiQL opens with', async () => {
    const { examples } = await import('@samrad/api/examples')
    for (const query of examples.split(/\n(?=query )/).filter((part) => part.startsWith('query '))) {
      const { errors } = await open.answer(query)
      expect(errors, query).toEqual([])
    }
  })
})

it('sends GraphiQL compressed to who can read it so', async () => {
  const page = async (encoding: string) => {
    const headers = { accept: 'text/html', 'accept-encoding': encoding }
    const response = await open.fetch(new Request(open.endpoint, { headers }))
    return { encoding: response.headers.get('content-encoding'), bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const [plain, packed] = [await page('identity'), await page('gzip, br')]
  expect([plain.encoding, packed.encoding]).toEqual([null, 'gzip'])
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3)
  expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true)
})

describe('bad input', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['a NUL', `query ($t: String!) { search(text: $t) { __typename } }`, { t: 'a\0b' }, 'BAD_USER_INPUT'],
    [
      'half a surrogate pair',
      `query ($t: String!) { search(text: $t) { __typename } }`,
      { t: '\ud800' },
      'BAD_USER_INPUT',
    ],
    ['a NUL in a literal', String.raw`{ search(text: "a\u0000b") { __typename } }`, {}, 'BAD_USER_INPUT'],
    [
      'a number too large',
      `query ($n: Int) { municipalities(first: $n) { totalCount } }`,
      { n: 1e12 },
      'BAD_USER_INPUT',
    ],
    ['a negative page', `{ municipalities(first: -1) { totalCount } }`, {}, 'BAD_USER_INPUT'],
    ['two ends at once', `{ municipalities(first: 1, last: 1) { totalCount } }`, {}, 'BAD_USER_INPUT'],
    [
      'a municipality that is not there',
      `{ bodies(filter: { municipality: "nowhere" }) { totalCount } }`,
      {},
      'BAD_USER_INPUT',
    ],
    ['a date far away', `{ municipality(slug: "oslo", asOf: "9999-12-31") { name } }`, {}, ''],
    ['a year before all', `{ municipality(slug: "oslo", asOf: "0001-01-01") { name } }`, {}, ''],
    ['the year nought', `{ municipality(slug: "oslo", asOf: "0000-01-01") { name } }`, {}, 'BAD_USER_INPUT'],
    [
      'a cursor of dashes',
      `query ($c: String) { municipalities(after: $c) { totalCount } }`,
      { c: Buffer.from(JSON.stringify(['a', '-'.repeat(36)])).toString('base64url') },
      'BAD_USER_INPUT',
    ],
    [
      'a NUL in a cursor',
      `query ($c: String) { municipalities(after: $c) { totalCount } }`,
      { c: Buffer.from(JSON.stringify(['a\0', crypto.randomUUID()])).toString('base64url') },
      'BAD_USER_INPUT',
    ],
    ['an operation that is not there', `mutation { x }`, {}, 'BAD_USER_INPUT'],
    ['a body of a municipality that is not there', `{ body(municipality: "nowhere", slug: "x") { name } }`, {}, ''],
    ['a field that is not there', `{ secrets }`, {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['what is not GraphQL', `{ municipality(`, {}, 'GRAPHQL_PARSE_FAILED'],
  ])('such as %s never becomes an internal error', async (_what, query, variables, code) => {
    const { errors } = await open.answer(query, variables)
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(code ? [code] : [])
  })

  it('in an address is answered with 400 and a code of the list', async () => {
    for (const query of [
      'query={__typename}&variables={',
      'query={__typename}&extensions=x',
      '',
      'query={__typename}&variables=[]',
    ]) {
      const response = await open.fetch(
        new Request(`${open.endpoint}?${query}`, { headers: { accept: 'application/graphql-response+json' } }),
      )
      expect(response.status, query).toBe(400)
      expect(await response.json(), query).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    }
  })

  it('in the body is answered with 400 or 415', async () => {
    const send = async (body: string, type: string) =>
      (await open.fetch(new Request(open.endpoint, { method: 'POST', headers: { 'content-type': type }, body }))).status
    expect(await send('{', 'application/json')).toBe(400)
    expect(await send('[]', 'application/json')).toBe(400)
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    expect(await send(`{"query":"{__typename}","variables":{"x":${deep}}}`, 'application/json')).toBe(400)
    expect(await send('query=%7B__typename%7D', 'application/x-www-form-urlencoded')).toBe(415)
    expect(await send('{ __typename }', 'text/plain')).toBe(415)
  })
})

describe('a page of another origin', () => {
  const ask = (origin: string) =>
    open.fetch(new Request(`${open.endpoint}?query={__typename}`, { headers: { origin, accept: 'application/json' } }))

  it('may read only when it is on the list', async () => {
    expect((await ask('https://portal.example')).headers.get('access-control-allow-origin')).toBe(
      'https://portal.example',
    )
    for (const origin of ['https://evil.example', 'null', 'https://portal.example.evil.example']) {
      expect((await ask(origin)).headers.get('access-control-allow-origin'), origin).toBeNull()
      expect((await ask(origin)).headers.get('access-control-allow-credentials'), origin).toBeNull()
    }
  })

  it('is not told to load anything from elsewhere by the page for trying the API', async () => {
    const page = await (await open.fetch(new Request(open.endpoint, { headers: { accept: 'text/html' } }))).text()
    const loaded = [...page.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="?([^"\s>]+)/g)].map(
      ([, address]) => address,
    )
    for (const address of loaded) expect(address).not.toMatch(/^(https?:)?\/\//)
  })
})
