import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { examples } from '@samrad/api/examples'
import { limitVariables } from '@samrad/api/limits'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const isSource = (path: string) =>
  /\.(ts|svelte)$/.test(path) && !/(^|\/)(node_modules|generated|build|\.svelte-kit|test-results|bench)\//.test(path)
const sources = ['apps', 'packages', 'tests'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .map((path) => join(top, path))
    .filter(isSource),
)

/** Which room may lean on which. */
const mayLeanOn: Record<string, string[]> = {
  'apps/api': ['db', 'demo-provider', 'guard', 'mail', 'schema', 'config'],
  'apps/admin': ['client', 'documents', 'i18n', 'schema', 'ui', 'web', 'config'],
  'apps/portal': ['borders', 'client', 'documents', 'i18n', 'schema', 'ui', 'web', 'config'],
  'packages/schema': ['config'],
  'packages/db': ['borders', 'schema', 'config'],
  'packages/borders': ['config'],
  'packages/client': ['config', 'schema'],
  'packages/documents': ['i18n', 'config'],
  'packages/demo-provider': ['i18n', 'config'],
  'packages/guard': ['config'],
  'packages/mail': ['i18n', 'web', 'config'],
  'packages/i18n': ['schema', 'config'],
  'packages/ui': ['config'],
  'packages/web': ['i18n', 'config'],
  'packages/config': [],
}

describe('the house', () => {
  it.each(Object.entries(mayLeanOn))('%s leans only on %j', (room, allowed) => {
    const wrong = sources
      .filter((path) => path.startsWith(`${room}/`))
      .flatMap((path) => [...read(path).matchAll(/from '@samrad\/([a-z0-9-]+)/g)].map(([, name]) => ({ path, name })))
      .filter(({ name }) => !allowed.includes(name ?? ''))
    expect(wrong, 'ask the room that may, or move the code').toEqual([])
  })

  it('lets modules of the API name each other’s types and rules, never queries', () => {
    const wrong = sources.filter(
      (path) =>
        /apps\/api\/src\/modules\/[^/]+\//.test(path) &&
        /from '\.\.\/[^.][^']*\/(queries|mutations)\.ts'/.test(read(path)),
    )
    expect(wrong).toEqual([])
  })

  it('keeps rules free of databases and servers', () => {
    const rules = sources.filter((path) => path.endsWith('/rules.ts'))
    expect(rules.length).toBeGreaterThan(1)
    for (const path of rules)
      for (const [, types, from] of read(path).matchAll(/^import (type )?.*from '([^']+)'/gm))
        expect(
          types || from === '@samrad/schema' || /(in-force|rules)\.ts$/.test(from ?? ''),
          `${path} imports ${from}`,
        ).toBeTruthy()
  })

  it('has no file called util, helper, common, misc, manager, data or info', () => {
    expect(
      sources
        .filter((path) => /\/(utils?|helpers?|common|misc|manager|data|info)\.(ts|svelte)$/.test(path))
        .filter((path) => path !== 'packages/db/src/bin/data.ts'),
    ).toEqual([])
  })

  it('says every message somewhere', () => {
    const text = sources.map(read).join('\n')
    const unused = Object.keys(JSON.parse(read('packages/i18n/messages/nb.json'))).filter(
      (key) => !new RegExp(`\\bm\\.${key}\\b`).test(text),
    )
    expect(unused).toEqual([])
  })
})

describe('README', () => {
  const readme = read('README.md')

  it('names paths that are there', () => {
    const paths = [...readme.matchAll(/`((?:apps|packages|tests)\/[^`\s]+)`|\]\(((?:apps|packages)\/[^)]+)\)/g)].map(
      ([, code, link]) => code ?? link ?? '',
    )
    expect(paths.length).toBeGreaterThan(8)
    for (const path of paths.filter((one) => !one.includes('<'))) expect(existsSync(join(root, path)), path).toBe(true)
  })

  it('names every room', () => {
    for (const room of Object.keys(mayLeanOn)) expect(readme).toContain(`\`${room}\``)
  })

  it('lists every limit with its default', () => {
    for (const { variable, byDefault } of Object.values(limitVariables))
      expect(readme).toMatch(new RegExp(`${variable}\` +\\| ${byDefault} +\\|`))
  })

  it('shows a question that GraphiQL opens with', () => {
    const [, shown = ''] = /```graphql\n([^`]+)```/.exec(readme) ?? []
    expect(examples).toContain(shown.trim())
  })

  it('names every variable that is read', () => {
    const entryPoints = [
      'apps/api/src/main.ts',
      'apps/portal/src/lib/server/environment.ts',
      'packages/db/src/open-database.ts',
    ]
    const variables = entryPoints.flatMap((path) =>
      [...read(path).matchAll(/\b(?:SAMRAD|API|PORTAL|DATABASE|LOG)_[A-Z_]+\b/g)].map(([name]) => name),
    )
    for (const variable of new Set(variables)) expect(readme, variable).toContain(variable)
  })
})

it('every relative import leads to a file of the same room', () => {
  const wrong = sources.flatMap((path) =>
    [...read(path).matchAll(/from '(\.\.?\/[^']+)'/g)]
      .map(([, to = '']) => relative(root, join(root, dirname(path), to)))
      .filter(
        (to) =>
          to.split('/').slice(0, 2).join('/') !== path.split('/').slice(0, 2).join('/') && !path.startsWith('tests/'),
      ),
  )
  expect(wrong).toEqual([])
})
