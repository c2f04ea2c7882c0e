import { expect, it } from 'vitest'
import { isChosen, rebase, rowsOf } from './rows'

const party = { roleTitle: null, seat: null, organisation: null, post: null, body: null, by: null }
const leader = { id: 's1', roleTitle: 'Leder', organisation: null }
const called = {
  seats: [leader, { id: 's2', roleTitle: 'Rektor', organisation: { name: 'Skolen' } }],
  duties: [
    {
      parties: [
        { ...party, seat: leader },
        { ...party, roleTitle: 'Sekretær' },
        { ...party, roleTitle: 'Rektor' },
      ],
    },
  ],
}
const came = (presence: 'PRESENT' | 'ABSENT', version = 1) => ({
  id: 'a1',
  version,
  presence,
  missed: [],
  who: { ...party, seat: leader },
})

it('everybody who is called stands there once, those it is said of first', () => {
  const rows = rowsOf([came('PRESENT')], called)
  expect(rows.map(({ name, presence }) => [name, presence])).toEqual([
    ['Leder', 'PRESENT'],
    ['Rektor, Skolen', ''],
    ['Sekretær', ''],
  ])
  expect(rows.some(isChosen)).toBe(false)
})

it('what is chosen stands on top of what others said in the meantime', () => {
  const typed = rowsOf([], called).map((row) => (row.name === 'Leder' ? { ...row, presence: 'EXCUSED' } : row))
  const [first, second] = rebase(typed, rowsOf([came('PRESENT', 2)], called))
  expect(first).toMatchObject({ id: 'a1', version: 2, presence: 'EXCUSED', was: 'PRESENT' })
  expect(second).toMatchObject({ id: '', presence: '' })
})
