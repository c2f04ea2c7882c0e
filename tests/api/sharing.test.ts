import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const portal = openDoor(database)
let coordinator: SignedIn
let nextDoor: SignedIn

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    bodies: [
      { key: 'delt', name: 'Delt', visibility: 'neighbours' },
      { key: 'skjult', name: 'Skjult', visibility: 'internal' },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
  nextDoor = await signInAs(database, 'Nabo', [{ kind: 'coordinator', municipality: '3405' }])
})

const seenWith = async (token?: string) =>
  (
    await portal.data<{ bodies: { nodes: { name: string }[] } }>(
      '{ bodies(filter: { municipality: "9901" }) { nodes { name } } }',
      {},
      token ? { token } : {},
    )
  ).bodies.nodes.map(({ name }) => name)

describe('what is visible to neighbours', () => {
  it('is seen by the programs and people of those it is shared with, until that ends', async () => {
    const { createApiKey } = await desk.data<{ createApiKey: { token: string; key: { id: string; name: string } } }>(
      'mutation { createApiKey(municipality: "3405", name: "Saksystemet") { token key { id name } } }',
      {},
      nextDoor,
    )
    const { token, key } = createApiKey
    expect(key.name).toBe('Saksystemet')
    expect(await seenWith(token)).toEqual([])
    const { shareWith } = await desk.data<{ shareWith: { id: string; reader: { slug: string } } }>(
      'mutation { shareWith(municipality: "9901", with: "3405") { id reader { slug } } }',
      {},
      coordinator,
    )
    expect(shareWith.reader.slug).toBe('lillehammer')
    expect(await seenWith(token)).toEqual(['Delt'])
    expect(await seenWith()).toEqual([])
    const listed = (as: SignedIn, municipality: string) =>
      desk.data(
        'query ($m: String!) { sharingAgreements(municipality: $m) { owner { slug } reader { slug } } }',
        { m: municipality },
        as,
      )
    const agreement = { owner: { slug: 'proevebygd' }, reader: { slug: 'lillehammer' } }
    expect(await listed(coordinator, '9901')).toEqual({ sharingAgreements: [agreement] })
    expect(await listed(nextDoor, '3405')).toEqual({ sharingAgreements: [agreement] })

    // What is shared is ended by who shares alone.
    const end = (as: SignedIn) =>
      desk.answer('mutation ($id: ID!) { endSharing(id: $id) { id } }', { id: shareWith.id }, as)
    expect((await end(nextDoor)).errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect((await end(coordinator)).errors).toEqual([])
    expect(await seenWith(token)).toEqual([])
  })

  it('is not seen with a key that is ended', async () => {
    await desk.data('mutation { shareWith(municipality: "9901", with: "3405") { id } }', {}, coordinator)
    const { createApiKey } = await desk.data<{ createApiKey: { token: string; key: { id: string } } }>(
      'mutation { createApiKey(municipality: "3405", name: "Kart") { token key { id } } }',
      {},
      nextDoor,
    )
    expect(await seenWith(createApiKey.token)).toEqual(['Delt'])
    const { errors } = await desk.answer(
      'mutation ($id: ID!) { endApiKey(id: $id) { id } }',
      { id: createApiKey.key.id },
      coordinator,
    )
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND')
    await desk.data('mutation ($id: ID!) { endApiKey(id: $id) { id } }', { id: createApiKey.key.id }, nextDoor)
    const { errors: refused } = await portal.answer('{ bodies { totalCount } }', {}, { token: createApiKey.token })
    expect(refused[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('is not shared twice, with oneself, or by somebody else', async () => {
    const share = async (from: string, to: string, as: SignedIn) =>
      (
        await desk.answer(
          'mutation ($from: String!, $to: String!) { shareWith(municipality: $from, with: $to) { id } }',
          { from, to },
          as,
        )
      ).errors[0]?.extensions
    expect(await share('9901', '9901', coordinator)).toMatchObject({ fields: { with: 'not_with_itself' } })
    expect(await share('9901', '3405', coordinator)).toMatchObject({ fields: { with: 'shared_already' } })
    expect(await share('9901', '4601', nextDoor)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('keeps no key, in the register or in the audit', async () => {
    const { createApiKey } = await desk.data<{ createApiKey: { token: string } }>(
      'mutation { createApiKey(municipality: "3405", name: "Hemmelig") { token } }',
      {},
      nextDoor,
    )
    const { acts } = await desk.data('{ acts(filter: { text: "hemmel" }) { nodes { kind noun name } } }', {}, nextDoor)
    expect(acts).toEqual({ nodes: [{ kind: 'create', noun: 'ApiKey', name: 'Hemmelig' }] })
    for (const table of ['api_key', 'act_change', 'kept_answer']) {
      const { rows } = await database.owner.query<{ text: string }>(`SELECT row::text AS text FROM ${table} AS row`)
      for (const { text } of rows) expect(text).not.toContain(createApiKey.token)
    }
    const { rows } = await database.owner.query(
      `SELECT FROM act_change WHERE table_name = 'api_key' AND after ? 'token_hash'`,
    )
    expect(rows).toEqual([])
  })
})
