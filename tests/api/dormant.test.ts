import { beforeAll, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs, type SignedIn } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
let coordinator: SignedIn

beforeAll(async () => {
  await loadIntoProevebygd(database, {
    areas: [{ key: 'nord', kind: 'bydel', name: 'Nord', from: '2010-01-01', to: '2020-01-01' }],
    bodies: [
      {
        key: 'foer',
        versions: [
          { name: 'Gammelt', to: '2015-01-01' },
          { name: 'Sist', from: '2015-01-01', to: '2022-01-01' },
        ],
        to: '2022-01-01',
      },
      { key: 'naa', name: 'Nå' },
      { key: 'snart', name: 'Snart', to: '2099-01-01' },
      { key: 'senere', name: 'Senere', from: '2099-01-01' },
    ],
  })
  coordinator = await signInAs(database, 'Koordinator', [{ kind: 'coordinator', municipality: '9901' }])
})

it('what begins later or has ended is listed by what it is or was last called; what lasts is not', async () => {
  const { dormantThings } = await desk.data(
    '{ dormantThings(municipality: "9901") { type slug name beginsOn endedOn } }',
    {},
    coordinator,
  )
  expect(dormantThings).toEqual([
    { type: 'Body', slug: 'senere', name: 'Senere', beginsOn: '2099-01-01', endedOn: null },
    { type: 'Body', slug: 'foer', name: 'Sist', beginsOn: null, endedOn: '2022-01-01' },
    { type: 'Area', slug: 'nord', name: 'Nord', beginsOn: null, endedOn: '2020-01-01' },
  ])
})
