import { expect, it } from 'vitest'
import { hiddenFrom, marked, seenBy } from './preview'

const thing = {
  name: 'Rådet',
  visibility: 'INTERNAL',
  areas: [
    { area: { id: 'a', name: 'Nord', visibility: 'PUBLIC' } },
    { area: { id: 'b', name: 'Sør', visibility: 'INTERNAL' } },
  ],
  seats: [
    {
      roleTitle: 'Leder',
      organisation: { name: 'NAV', visibility: 'NEIGHBOURS' },
      holders: [{ name: 'Noen', visibility: 'INTERNAL' }],
    },
  ],
  duties: [{ kind: 'LEADS', parties: [] }],
  reportsTo: [{ parent: { name: 'Styret', visibility: 'NEIGHBOURS' }, parties: [] }],
}

it('takes away what a citizen does not see, and the rows that only pointed at it', () => {
  expect(seenBy(thing, 'citizen')).toEqual({
    ...thing,
    areas: [thing.areas[0]],
    seats: [{ roleTitle: 'Leder', organisation: null, holders: [] }],
    reportsTo: [],
  })
})

it('lets a neighbour see what is shared with them', () => {
  const seen = seenBy(thing, 'neighbour')
  expect(seen.reportsTo).toEqual(thing.reportsTo)
  expect(seen.seats[0]?.organisation?.name).toBe('NAV')
  expect(seen.seats[0]?.holders).toEqual([])
})

it('says what is hidden, and why', () => {
  expect(hiddenFrom(thing, 'neighbour')).toEqual([
    { name: 'Sør', visibility: 'INTERNAL' },
    { name: 'Noen', visibility: 'INTERNAL' },
  ])
  expect(marked(['a', 'b'], ['b'])).toEqual([
    { line: 'a', isHidden: true },
    { line: 'b', isHidden: false },
  ])
})
