import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { locales, m } from './index.ts'

const catalogue = (locale: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../messages/${locale}.json`), 'utf8'))

it('says everything in every language', () => {
  const keys = Object.keys(catalogue('nb'))
  expect(keys.length).toBeGreaterThan(10)
  for (const locale of locales) expect(Object.keys(catalogue(locale))).toEqual(keys)
})

// A compiler that cannot find its plugin succeeds and emits nothing.
it('is compiled', () => {
  for (const locale of locales) expect(m.municipality_title({ name: 'Bergen' }, { locale })).toContain('Bergen')
})
