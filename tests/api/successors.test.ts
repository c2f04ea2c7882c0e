import { beforeAll, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn

beforeAll(async () => {
  await loadIntoProevebygd(database, {})
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
})

type Thing = { id: string; version: number }
const create = async (name: string) =>
  (
    await desk.data<{ made: Thing }>(
      'mutation ($name: String!) { made: createOrganisation(municipality: "9901", state: { name: $name }) { id version } }',
      { name },
      coordinator,
    )
  ).made
const succeed = ({ id, version }: Thing, successors: object[]) =>
  desk.answer<{ said: Thing & { successions: object[]; successors: object[] } }>(
    `mutation ($id: ID!, $version: Int!, $successors: [SuccessorInput!]) {
      said: correctOrganisation(id: $id, version: $version, state: { successors: $successors }) {
        id version successors { name }
        successions { predecessor { name } successor { name } period { from fromIs } }
      } }`,
    { id, version, successors },
    coordinator,
  )

it('an organisation is gone on with by others, since a day that is more or less known', async () => {
  const [old, one, other] = [await create('Utekontakten'), await create('Ungdomsteamet'), await create('Ruskontakten')]
  const { data, errors } = await succeed(old, [
    { organisation: one.id, on: { on: '2024-01-01', is: 'YEAR' } },
    { organisation: other.id },
  ])
  expect(errors).toEqual([])
  const predecessor = { name: 'Utekontakten' }
  expect(data.said.successions).toEqual([
    { predecessor, successor: { name: 'Ungdomsteamet' }, period: { from: '2024-01-01', fromIs: 'YEAR' } },
    { predecessor, successor: { name: 'Ruskontakten' }, period: { from: null, fromIs: null } },
  ])
})

it('no organisation goes on with its own work', async () => {
  const alone = await create('Alene')
  const { errors } = await succeed(alone, [{ organisation: alone.id }])
  expect(errors[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: { 'state.successors': 'its_own_successor' },
  })
})
