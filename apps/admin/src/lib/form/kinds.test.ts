import { expect, it } from 'vitest'
import { nothingKnown, readRow, toldRow, typedRow, faultsOfRow, type Field } from './kinds'

const label = () => 'x'
const form = (entries: Record<string, string | string[]>) => {
  const data = new FormData()
  for (const [name, values] of Object.entries(entries)) for (const value of [values].flat()) data.append(name, value)
  return data
}
const saying = { known: { ...nothingKnown, organisations: [{ id: 'o1', name: 'NAV' }] }, parties: new Map() }
const reading = (fields: Field[], entries: Record<string, string | string[]>) => readRow(form(entries), fields)

it('what was answered is typed, and told again the same', () => {
  const fields: Field[] = [
    { name: 'name', kind: 'text', label, isRequired: true },
    { name: 'ages', kind: 'ages', label },
    { name: 'portfolio', kind: 'outline', label },
    { name: 'cadences', kind: 'rows', label, fields: [{ name: '', kind: 'cadence', label }] },
    { name: 'on', kind: 'day', label },
  ]
  const data = {
    name: 'Rådet',
    ages: { from: 0, to: 23, orTo: 18, isUnlimited: false, wording: '0–18/23' },
    portfolio: [
      { level: 1, text: 'Rus' },
      { level: 2, text: 'Cannabis' },
    ],
    cadences: [
      { kind: 'RANGE', times: null, from: 2, to: 3, per: 'YEAR', every: null, unit: null, seasons: [], wording: '2-3' },
    ],
    on: { on: '2024-01-01', is: 'MONTH' },
  }
  expect(toldRow(typedRow(data, fields), fields, saying)).toEqual({
    ...data,
    ages: { ...data.ages, isUnlimited: null },
    cadences: [{ kind: 'RANGE', from: 2, to: 3, per: 'YEAR', wording: '2-3' }],
  })
})

it('rows are read in their order, whatever their first field; empty ones and those taken away are not', () => {
  const rows: Field[] = [
    {
      name: 'duties',
      kind: 'rows',
      label,
      fields: [
        { name: 'parties', kind: 'parties', label },
        { name: 'kind', kind: 'one', label, empty: 'LEADS' },
      ],
    },
  ]
  const typed = {
    'duties.0.parties.0': 'Ordføreren',
    'duties.0.kind': 'LEADS',
    'duties.1.parties.0': '',
    'duties.1.kind': 'LEADS',
    'duties.2.parties.0': 'Borte',
    'duties.2.kind': 'LEADS',
    'duties.10.parties.0': '',
    'duties.10.kind': 'SECRETARY',
    'duties.remove': '2',
  }
  expect(reading(rows, typed)).toEqual({
    duties: [
      { parties: ['Ordføreren'], kind: 'LEADS' },
      { parties: [], kind: 'SECRETARY' },
    ],
  })
})

it('a party is who it was, one that is known, or a role, perhaps with who acts for it', () => {
  const fields: Field[] = [{ name: 'parties', kind: 'parties', label }]
  const parties = new Map([['Lederen', { seat: 's1' }]])
  const known = { ...nothingKnown, parties: [{ name: 'NAV', input: { organisation: 'o1' } }] }
  const told = toldRow(
    { parties: ['Lederen', 'NAV', 'Ordføreren', 'Rådet v/ lensmannen', 'Rektor ved skolen'] },
    fields,
    {
      known,
      parties,
    },
  )
  expect(told).toEqual({
    parties: [
      { seat: 's1' },
      { organisation: 'o1' },
      { roleTitle: 'Ordføreren' },
      { roleTitle: 'Rådet', by: { roleTitle: 'lensmannen' } },
      { roleTitle: 'Rektor ved skolen' },
    ],
  })
})

it('what cannot be told is said to be wrong where it stands', () => {
  const fields: Field[] = [
    { name: 'percent', kind: 'number', label },
    { name: 'on', kind: 'day', label },
    { name: 'served', kind: 'organisation', label },
    { name: 'rows', kind: 'rows', label, fields: [{ name: 'on', kind: 'date', label }] },
  ]
  const draft = { percent: 'halv', on: { on: '2024-02-31', is: 'DAY' }, served: 'nav', rows: [{ on: 'i går' }] }
  expect(faultsOfRow(draft, fields, saying)).toEqual({
    percent: 'not_a_number',
    'on.on': 'not_a_day',
    'rows.0.on': 'not_a_day',
  })
  expect(faultsOfRow({ ...draft, served: 'Finnes ikke' }, fields, saying)).toMatchObject({
    served: 'no_such_organisation',
  })
})
