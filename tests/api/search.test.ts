import { loadDemonstration } from '@samrad/db'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { statements } from '../support/statements.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const { data, answer } = openDoor(database)

beforeAll(() => loadDemonstration(database.url, () => {}))

const query = `query ($text: String!, $asOf: Date) {
  search(text: $text, asOf: $asOf, first: 30) {
    __typename
    ... on Municipality { name number }
    ... on Area { name }
    ... on Body { name municipality { name } }
    ... on Organisation { name }
  }
}`
type Found = { __typename: string; name: string; municipality?: { name: string } }

async function find(text: string, asOf?: string): Promise<string[]> {
  const { search } = await data<{ search: Found[] }>(query, { text, asOf })
  return search.map(({ __typename, name }) => `${__typename} ${name}`)
}

describe('search', () => {
  it.each([
    ['Bærum', 'Municipality Bærum'],
    ['baerum', 'Municipality Bærum'],
    ['BARUM', 'Municipality Bærum'],
    ['aarstad', 'Area Årstad'],
    ['arstad', 'Area Årstad'],
    ['4601', 'Municipality Bergen'],
    ['lillehamer', 'Municipality Lillehammer'],
    ['overordna', 'Body Overordna politiråd'],
  ])('finds by «%s» %s first', async (text, first) => {
    expect((await find(text))[0]?.toLowerCase()).toContain(first.toLowerCase())
  })

  it('finds by a number who has it or had it, and nobody else', async () => {
    expect(await find('4601')).toEqual(['Municipality Bergen'])
    expect(await find('1201')).toEqual(['Municipality Bergen'])
    expect(await find('0219')).toEqual(['Municipality Bærum'])
    expect(await find('9998')).toEqual([])
  })

  it('finds inflected and half words', async () => {
    expect(await find('politirådet')).toEqual(expect.arrayContaining([expect.stringMatching(/^Body .*[Pp]olitiråd/)]))
    expect(await find('ungdomst')).toEqual(expect.arrayContaining([expect.stringMatching(/^Body Ungdomsteam/)]))
  })

  it('answers as of the date', async () => {
    const teams = (found: string[]) => found.filter((one) => one.startsWith('Body Ungdomsteam')).length
    expect(teams(await find('ungdomsteam', '2016-12-31'))).toBe(4)
    expect(teams(await find('ungdomsteam', '2021-10-01'))).toBe(3)
    expect(teams(await find('ungdomsteam', '2010-01-01'))).toBe(0)
  })

  it('finds nothing by nothing, and is not thrown by signs', async () => {
    for (const text of ['', '   ', `':*&|!<->`, '%_\\']) expect(await find(text)).toEqual([])
    expect((await answer(query, { text: 'x'.repeat(201) })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('takes no more statements than there are kinds, however much it finds', async () => {
    expect(await statements(() => find('politi'))).toBeLessThanOrEqual(6)
  })
})
