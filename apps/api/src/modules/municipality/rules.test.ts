import { describe, expect, it } from 'vitest'
import { numberedAs } from './rules.ts'

const on = (text: string) => new Date(`${text}T00:00:00Z`)
const version = (municipalityId: string, from: string, to: string | null) => ({
  municipalityId,
  validFrom: on(from),
  validTo: to ? on(to) : null,
})

describe('a municipality number that two have had', () => {
  const versions = [version('Skåne', '1971-01-01', null), version('Røra', '1907-01-01', '1962-01-01')]

  it.each([
    ['1950-01-01', 'Røra'],
    ['2020-01-01', 'Skåne'],
    ['1965-01-01', 'Røra'],
    ['1900-01-01', 'Røra'],
  ])('means on %s %s', (date, meant) => {
    expect(numberedAs(versions, on(date))).toBe(meant)
  })

  it('means nobody when nobody had it', () => {
    expect(numberedAs([], on('2020-01-01'))).toBeUndefined()
  })
})
