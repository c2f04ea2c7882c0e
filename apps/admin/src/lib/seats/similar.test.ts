import { expect, it } from 'vitest'
import { similarTo } from './similar'

const known = [
  'Barneverntjenesten',
  'NAV Eidskog',
  'Kongsvinger politistasjon',
  'Eidskog ungdomsskole',
  'Røde Kors',
].map((name) => ({ name }))
const similar = (name: string) => similarTo(name, known).map((one) => one.name)

it('suggests the one that is there before a double is made', () => {
  expect(similar('Barnevernet')).toEqual(['Barneverntjenesten'])
  expect(similar('barneverntjenesten i kommunen')).toEqual(['Barneverntjenesten'])
  expect(similar('NAV')).toEqual(['NAV Eidskog'])
  expect(similar('Kongsvinger politi-stasjon')).toEqual(['Kongsvinger politistasjon'])
  expect(similar('Natteravnene')).toEqual([])
})
