import { expect, it } from 'vitest'
import { findingsIn, type Register } from './rules.ts'

const day = new Date('2026-06-01')
const always = { validFrom: null, validTo: null }
const until = (to: string, from: string | null = null) => ({
  validFrom: from ? new Date(from) : null,
  validTo: new Date(to),
})

const body = (name: string, more: Partial<Register['bodies'][number]> = {}): Register['bodies'][number] => ({
  id: name,
  slug: name,
  versions: [{ ...always, name, realisation: 'own_meetings' }],
  functions: [],
  areas: [],
  cadences: [],
  seats: [{ ...always, roleTitle: 'Leder', organisationId: 'x' }],
  duties: [{ ...always, kind: 'leads', fact: { parties: [] } }],
  reportsTo: [],
  levels: [],
  mandates: [],
  ...more,
})
const area = (name: string, more: Partial<Register['areas'][number]> = {}): Register['areas'][number] => ({
  id: name,
  slug: name,
  versions: [{ ...always, name }],
  parts: [],
  servedBy: [],
  ...more,
})
const scheme = (agreements: Register['schemes'][number]['agreements']) => ({
  id: 'slt',
  slug: 'slt',
  versions: [{ ...always, name: 'SLT' }],
  agreements,
})
const found = (register: Partial<Register>) =>
  findingsIn({ bodies: [], areas: [], schemes: [], documents: [], ...register }, day).map(({ kind, name, detail }) =>
    [kind, name, detail].filter(Boolean).join(' '),
  )
const nobody = { seat: null, body: null, post: null, organisation: null }

it('finds nothing where nothing is missing', () => {
  expect(found({ bodies: [body('Rådet')] })).toEqual([])
})

it('finds what a body is without, unless it works through another', () => {
  const empty = { seats: [], duties: [] }
  expect(found({ bodies: [body('Rådet', empty)] })).toEqual(['body_without_seats Rådet', 'body_without_leader Rådet'])
  const versions = [{ ...always, name: 'Rådet', realisation: 'through_other' }]
  expect(found({ bodies: [body('Rådet', { ...empty, versions })] })).toEqual([])
  const seats = [
    { ...always, roleTitle: 'Lensmann', organisationId: null },
    { ...until('2020-01-01'), roleTitle: 'Før', organisationId: null },
  ]
  expect(found({ bodies: [body('Rådet', { seats })] })).toEqual(['seat_without_organisation Rådet Lensmann'])
})

it('finds what hangs on something that has ended', () => {
  const duties = [{ ...always, kind: 'leads', fact: { parties: [{ ...nobody, seat: until('2026-01-01') }] } }]
  expect(found({ bodies: [body('A', { duties })] })).toEqual(['duty_of_ended A leads'])
  const reportsTo = [{ ...always, parent: until('2026-01-01') }]
  expect(found({ bodies: [body('A', { reportsTo })] })).toEqual(['reports_to_ended A'])
  const levels = [{ ...always, level: until('2026-06-01') }]
  expect(found({ bodies: [body('A', { levels })] })).toEqual(['stands_on_ended_level A'])
})

it('finds two bodies of one name, whatever the capitals', () => {
  expect(found({ bodies: [body('Rådet'), body('RÅDET'), body('Et annet')] })).toEqual([
    'same_name Rådet',
    'same_name RÅDET',
  ])
})

it('finds areas that no body covers, where others are covered', () => {
  const covers = (id: string) => body('Rådet', { areas: [{ ...always, areaId: id }] })
  expect(found({ areas: [area('Nord'), area('Sør')], bodies: [covers('Nord')] })).toEqual(['area_without_body Sør'])
  expect(found({ areas: [area('Nord'), area('Sør')], bodies: [body('Rådet')] })).toEqual([])
  const whole = area('Byområdet', { parts: [{ ...always, partId: 'Nord' }] })
  expect(found({ areas: [whole, area('Nord')], bodies: [covers('Byområdet')] })).toEqual([])
  expect(found({ areas: [whole, area('Nord')], bodies: [covers('Nord')] })).toEqual([])
})

it('finds a police district with other borders than the area', () => {
  const organisation = { versions: [{ ...always, name: 'Politiet' }] }
  const servedBy = [
    { ...always, isBorderEqual: false, organisation },
    { ...always, isBorderEqual: null, organisation },
  ]
  expect(found({ areas: [area('Nord', { servedBy })] })).toEqual(['police_border_differs Nord Politiet'])
})

it('finds what expires within three months or did within a year, unless something follows', () => {
  const one = (period: object) => scheme([{ ...period, title: 'Avtale' } as never])
  expect(found({ schemes: [one(until('2026-08-01'))] })).toEqual(['agreement_expires SLT Avtale'])
  expect(found({ schemes: [one(until('2026-01-01'))] })).toEqual(['agreement_expires SLT Avtale'])
  expect(found({ schemes: [one(until('2020-01-01'))] })).toEqual([])
  expect(found({ schemes: [one(until('2027-01-01'))] })).toEqual([])
  const renewed = scheme([
    { ...until('2026-01-01', '2022-01-01'), title: 'Avtale' },
    { ...until('2030-01-01', '2026-01-01'), title: 'Ny avtale' },
  ])
  expect(found({ schemes: [renewed] })).toEqual([])
  expect(found({ bodies: [body('A', { mandates: [{ ...until('2026-07-01'), title: 'Mandat' }] })] })).toEqual([
    'mandate_expires A Mandat',
  ])
})

it('tells last, and as information, of a cadence behind the national advice', () => {
  const rare = {
    functions: [{ ...always, kind: 'politiraad' }],
    cadences: [{ ...always, cadence: { kind: 'minimum', times: 2, per: 'year' } }],
  }
  expect(found({ bodies: [body('A', { ...rare, seats: [] })] })).toEqual([
    'body_without_seats A',
    'cadence_below_advice A',
  ])
})
