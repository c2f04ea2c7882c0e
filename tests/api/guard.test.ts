import { idnr } from '@navikt/fnrvalidator'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn

// Of the synthetic series, so nobody’s.
const number = Array.from({ length: 100 }, (_, end) => `018190500${String(end).padStart(2, '0')}`).find(
  (candidate) => idnr(candidate).status === 'valid',
)

beforeAll(async () => {
  await loadIntoProevebygd(database, {})
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
})

const create = (summary: string, headers: Record<string, string> = {}) =>
  desk.answer(
    'mutation ($state: BodyState!) { createBody(municipality: "9901", state: $state) { id } }',
    { state: { name: 'Gruppe', summary, seats: [{ roleTitle: 'Leder' }] } },
    { ...coordinator, headers },
  )

describe('a national identity number', () => {
  it('is stopped before anything is stored, and is not in the answer', async () => {
    const { data, errors } = await create(`Gjelder ${number?.slice(0, 6)} ${number?.slice(6)}`)
    expect(data).toBeFalsy()
    expect(errors[0]?.extensions).toEqual({ code: 'PERSONAL_DATA', where: 'state.summary', from: 8, to: 20 })
    expect(JSON.stringify(errors)).not.toContain(number?.slice(6))
    const { rows } = await database.owner.query('SELECT FROM body')
    expect(rows).toEqual([])
  })

  it('is stopped when one half is in one field and the other in the next', async () => {
    const halves = [`født ${number?.slice(0, 6)}`, `${number?.slice(6)} er resten`]
    const { errors } = await desk.answer(
      'mutation ($state: BodyState!) { createBody(municipality: "9901", state: $state) { id } }',
      { state: { name: 'x', standingItems: halves } },
      coordinator,
    )
    expect(errors[0]?.extensions).toMatchObject({ code: 'PERSONAL_DATA', where: 'state.standingItems.1' })
  })

  it('is stopped as a literal, deep in a list, at the open door, and whatever is said to be confirmed', async () => {
    const stopped = async (answer: ReturnType<typeof desk.answer>) =>
      expect((await answer).errors[0]?.extensions.code).toBe('PERSONAL_DATA')
    await stopped(
      desk.answer(
        `mutation { createBody(municipality: "9901", state: { name: "${number}" }) { id } }`,
        {},
        coordinator,
      ),
    )
    await stopped(
      desk.answer(
        'mutation ($state: BodyState!) { createBody(municipality: "9901", state: $state) { id } }',
        { state: { name: 'x', mandates: [{ clauses: ['a', `b ${number}`] }] } },
        coordinator,
      ),
    )
    await stopped(
      openDoor(database).answer(`query ($text: String!) { search(text: $text) { __typename } }`, { text: number }),
    )
    await stopped(create(`${number}`, { 'samrad-confirmed': 'yes' }))
    await stopped(create('Uten', { 'idempotency-key': `nokkel-${number}` }))
  })
})

it('how far one has come in what was done is never taken for a number, whenever it was done', async () => {
  await create('Først')
  await create('Sist')
  // A moment that was met: in its microseconds stands what could be an identity number.
  await database.owner.query('UPDATE act SET at = to_timestamp(1795755855.785705)')
  const acts = (after: string | null) =>
    desk.data<{ acts: { nodes: { id: string }[]; pageInfo: { endCursor: string } } }>(
      'query ($after: String) { acts(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }',
      { after },
      coordinator,
    )
  const { nodes, pageInfo } = (await acts(null)).acts
  const next = (await acts(pageInfo.endCursor)).acts
  expect(next.nodes).toHaveLength(1)
  expect(next.nodes).not.toEqual(nodes)
})

describe('a text like the case of one child', () => {
  it('is asked about first, and stored when somebody says it is none', async () => {
    const text = 'Vi følger opp Emma, 15 år.'
    const { errors } = await create(text)
    const { code, where, from, to, confirmation } = errors[0]?.extensions as Record<string, unknown>
    expect([code, where, text.slice(Number(from), Number(to))]).toEqual([
      'PERSONAL_DATA',
      'state.summary',
      'Emma, 15 år',
    ])
    expect((await create(text, { 'samrad-confirmed': 'something else' })).errors).toHaveLength(1)
    expect((await create(text, { 'samrad-confirmed': String(confirmation) })).errors).toEqual([])
  })

  it('is not asked about in what a provider sends who signs in back with, which is drawn at random', async () => {
    const { errors } = await desk.answer('mutation ($answer: String!) { finishSignIn(secret: "x", answer: $answer) }', {
      answer: 'code=Kari 14 år ved Nordby skole&state=x',
    })
    expect(errors[0]?.extensions.code).not.toBe('PERSONAL_DATA')
    expect(errors).toHaveLength(1)
  })

  it('is not asked about when somebody only searches', async () => {
    const { errors } = await openDoor(database).answer('{ search(text: "Emma 15 år") { __typename } }')
    expect(errors).toEqual([])
  })
})
