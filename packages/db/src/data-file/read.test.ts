import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DataFileError, readDataFile } from './read.ts'
import { rowsOf } from './rows.ts'

const faultsOf = (text: string) => {
  try {
    const file = readDataFile('prøvebygd.yaml', text)
    rowsOf(file, (_country, number) => (number === '9901' ? '00000000-0000-4000-8000-000000009901' : undefined))
  } catch (error) {
    if (error instanceof DataFileError) return error.faults
    throw error
  }
  return []
}

const head = 'municipality: { number: "9901" }\n'

describe('a data file', () => {
  it('is read when everything in it is in order', () => {
    expect(faultsOf(`${head}bodies:\n  - { key: raad, name: Råd }\n`)).toEqual([])
  })

  it.each([
    [
      'a field that is not there',
      `${head}bodies:\n  - key: raad\n    name: Råd\n    leader: Kari\n`,
      5,
      /no field leader/,
    ],
    ['a number without its leading zero', `municipality:\n  number: 420\n`, 2, /put «420» in quotes/],
    [
      'a date in another form',
      `${head}bodies:\n  - key: raad\n    name: Råd\n    from: 04.02.2019\n`,
      5,
      /write a date as/,
    ],
    ['a body without a name', `${head}bodies:\n  - key: raad\n`, 3, /either a name or versions/],
    ['a key in capitals', `${head}areas:\n  - { key: Vest, kind: bydel, name: Vest }\n`, 3, /small letters/],
    [
      'a reference to what is not there',
      `${head}bodies:\n  - key: raad\n    name: Råd\n    areas:\n      - area: vest\n`,
      6,
      /no area with the key «vest»/,
    ],
    ['a municipality that is not there', 'municipality: { number: "9999" }\n', 1, /no municipality with this number/],
    ['a key used twice', `${head}bodies:\n  - { key: raad, name: A }\n  - { key: raad, name: B }\n`, 4, /used twice/],
    [
      'a party that is two',
      `${head}bodies:\n  - key: raad\n    name: Råd\n    duties:\n      - duty: leads\n        parties: [{ role: A, body: raad }]\n`,
      7,
      /exactly one/,
    ],
    [
      'ages that run backwards',
      `${head}bodies:\n  - key: raad\n    name: Råd\n    ages: { from: 23, to: 12, wording: x }\n`,
      5,
      /ages must be in order/,
    ],
    ['a bracket that does not end', `${head}bodies: [\n`, 3, /./],
    ['a colon in a text', `${head}bodies:\n  - key: raad\n    name: SLT: rus\n`, 4, /in quotes/],
    ['a comma in a text', `${head}bodies:\n  - { key: raad, name: Gol, Hemsedal og Ål }\n`, 3, /stands in quotes/],
    ['a tab', `${head}bodies:\n\t- key: raad\n`, 3, /tab/],
    ['an alias of nothing', `${head}bodies: *plan\n`, 1, /plan/],
    ['no municipality', `bodies: []\n`, 1, /is missing/],
    ['an empty file', '', 1, /is missing/],
    ['a kind that is not there', `${head}areas:\n  - { key: v, kind: by, name: V }\n`, 3, /no «by» here; one of/],
    [
      'two names at once',
      `${head}bodies:\n  - key: raad\n    versions:\n      - { name: A, from: 2010 }\n      - { name: B, from: 2015 }\n`,
      6,
      /hold at the same time/,
    ],
    [
      'a meeting twice',
      `${head}bodies:\n  - key: raad\n    name: R\n    meetings:\n      - { on: 2019-01-01 }\n      - { on: 2019-01-01 }\n`,
      3,
      /2019-01-01 stands twice/,
    ],
  ])('names line and mend for %s', (_what, text, line, mend) => {
    const faults = faultsOf(text)
    expect(faults[0]?.message).toMatch(mend)
    expect(faults[0]?.line).toBe(line)
  })

  it('names every fault at once', () => {
    expect(faultsOf(`${head}bodies:\n  - { key: A, name: "" }\n  - { key: b }\n`).length).toBeGreaterThan(1)
  })
})

it('a data file that is not UTF-8, or not there, is refused with what to do', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'samrad-')), 'latin.yaml')
  writeFileSync(file, Buffer.from('municipality: { number: "9901" } # Politir\xe5d\n', 'latin1'))
  expect(() => readDataFile(file)).toThrow(/latin\.yaml:1: save the file as UTF-8/)
  expect(() => readDataFile('finnes-ikke.yaml')).toThrow(/finnes-ikke\.yaml:1: cannot be read: ENOENT/)
})

it('data-files.md shows a whole file that can be read', () => {
  const text = readFileSync(join(import.meta.dirname, '../../data-files.md'), 'utf8')
  const [, example = ''] = /```yaml\n([^`]+)```/.exec(text) ?? []
  const rows = rowsOf(readDataFile('data-files.md', example), () => '00000000-0000-4000-8000-000000003420')
  expect(rows.filter(({ table }) => table === 'seat')).toHaveLength(3)
})
