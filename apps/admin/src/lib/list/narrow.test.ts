import { expect, it } from 'vitest'
import { askedOf, csvLines, narrowed, shownOf, type Row } from './narrow'

const row = (name: string, ...cells: string[]): Row => ({
  id: name,
  group: 'PUBLIC',
  cells: [name, ...cells].map((text) => ({ text })),
})
const rows = [row('Årstad', '12'), row('Zoo', '2'), row('Ås', ''), row('Bergenhus', '110')]
const names = (query: string, all = rows) => narrowed(all, askedOf(new URLSearchParams(query))).map(({ id }) => id)

it('finds rows by words in any column, in any case', () => {
  expect(names('sok=ÅR')).toEqual(['Årstad'])
  expect(names('sok=bergen+110')).toEqual(['Bergenhus'])
  expect(names('sok=finnes+ikke')).toEqual([])
  expect(names('bare=INTERNAL')).toEqual([])
})

it('sorts the Norwegian way, numbers by their size, and what says nothing last', () => {
  expect(names('sorter=0')).toEqual(['Bergenhus', 'Zoo', 'Årstad', 'Ås'])
  expect(names('sorter=-0')).toEqual(['Ås', 'Årstad', 'Zoo', 'Bergenhus'])
  expect(names('sorter=1')).toEqual(['Zoo', 'Årstad', 'Bergenhus', 'Ås'])
  expect(names('sorter=-1')).toEqual(['Bergenhus', 'Årstad', 'Zoo', 'Ås'])
  expect(names('sorter=tull')).toEqual(['Årstad', 'Zoo', 'Ås', 'Bergenhus'])
})

it('sorts days by when they are, not by what they are called', () => {
  const days = ['2027-03-01', '2026-12-24', '2027-02-02'].map((day) => ({
    id: day,
    cells: [{ text: `en dag`, key: day }],
  }))
  expect(names('sorter=0', days)).toEqual(['2026-12-24', '2027-02-02', '2027-03-01'])
})

it('shows the last page when a page is asked for that is not there', () => {
  const many = Array.from({ length: 101 }, (_, nth) => row(`Rad ${nth}`))
  const last = shownOf({ columns: ['Navn'], rows: many }, new URLSearchParams('side=99'))
  expect(last).toMatchObject({ place: { page: 3, pages: 3 }, before: { side: '2' }, after: null, total: 101 })
  expect(last.rows).toHaveLength(1)
  const none = shownOf({ columns: ['Navn'], rows: [] }, new URLSearchParams())
  expect(none).toMatchObject({ rows: [], place: { page: 1, pages: 1 }, before: null, after: null })
})

it('makes lines that a spreadsheet reads and does not run', () => {
  expect(
    csvLines([
      ['Navn', 'Annet'],
      ['=1+1', 'a;b "c"'],
    ]),
  ).toBe('Navn;Annet\r\n\'=1+1;"a;b ""c"""\r\n')
})
