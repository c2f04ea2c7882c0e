import { expect, it } from 'vitest'
import { askedOf, csvOf, narrowed, pageOf, type Row } from './narrow'

const row = (name: string, ...cells: string[]): Row => ({ id: name, href: name, name, visibility: 'PUBLIC', cells })
const rows = [row('Årstad', '12'), row('Zoo', '2'), row('Ås', ''), row('Bergenhus', '110')]
const names = (query: string) => narrowed(rows, askedOf(new URLSearchParams(query))).map(({ name }) => name)

it('finds rows by words in any column, in any case', () => {
  expect(names('sok=ÅR')).toEqual(['Årstad'])
  expect(names('sok=bergen+110')).toEqual(['Bergenhus'])
  expect(names('sok=finnes+ikke')).toEqual([])
  expect(names('synlighet=INTERNAL')).toEqual([])
})

it('sorts the Norwegian way, numbers by their size, and what says nothing last', () => {
  expect(names('sorter=0')).toEqual(['Bergenhus', 'Zoo', 'Årstad', 'Ås'])
  expect(names('sorter=-0')).toEqual(['Ås', 'Årstad', 'Zoo', 'Bergenhus'])
  expect(names('sorter=1')).toEqual(['Zoo', 'Årstad', 'Bergenhus', 'Ås'])
  expect(names('sorter=-1')).toEqual(['Bergenhus', 'Årstad', 'Zoo', 'Ås'])
  expect(names('sorter=tull')).toEqual(['Årstad', 'Zoo', 'Ås', 'Bergenhus'])
})

it('shows the last page when a page is asked for that is not there', () => {
  const many = Array.from({ length: 101 }, (_, nth) => row(`Rad ${nth}`))
  expect(pageOf(many, 99)).toMatchObject({ page: 3, pages: 3 })
  expect(pageOf(many, 99).rows).toHaveLength(1)
  expect(pageOf([], 1)).toEqual({ rows: [], page: 1, pages: 1 })
})

it('makes a file that a spreadsheet reads and does not run', () => {
  expect(csvOf(['Navn', 'Annet'], [['=1+1', 'a;b "c"']])).toBe('\uFEFFNavn;Annet\r\n\'=1+1;"a;b ""c"""\r\n')
})
