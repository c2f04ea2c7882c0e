import { describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { openTestDatabase } from '../support/test-database.ts'

const { data, answer } = openDoor(await openTestDatabase())
type Named = { name: string; number: string }

describe('the register of municipalities', () => {
  it('holds all 357 that exist and finds them sorted the Norwegian way', async () => {
    const query = `query ($after: String) { municipalities(first: 100, after: $after) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }`
    type Page = {
      municipalities: { totalCount: number; nodes: Named[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
    }
    const names: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const { municipalities }: Page = await data<Page>(query, { after })
      expect(municipalities.totalCount).toBe(357)
      names.push(...municipalities.nodes.map(({ name }) => name))
      after = municipalities.pageInfo.endCursor
      more = municipalities.pageInfo.hasNextPage
    }
    expect(names).toHaveLength(357)
    expect(names.at(-1)).toBe('Åsnes')
    expect(names.indexOf('Ørland')).toBeLessThan(names.indexOf('Ålesund'))
  })

  it.each([
    ['Bærum', ['0219', '3024', '3201']],
    ['Bergen', ['1201', '4601']],
    ['Lillehammer', ['0501', '3405']],
    ['Eidskog', ['0420', '3416']],
  ])('follows %s through its numbers', async (name, numbers) => {
    for (const number of numbers) {
      const { municipality } = await data<{ municipality: { name: string; numbers: Named[] } }>(
        `query ($number: String!) { municipality(number: $number) { name numbers { number } } }`,
        { number },
      )
      expect(municipality.name).toBe(name)
      expect([...new Set(municipality.numbers.map((row) => row.number))]).toEqual(numbers)
    }
  })

  it('tells the two called Våler apart', async () => {
    const { innlandet, oestfold } = await data<Record<string, { name: string; countyName: string; slug: string }>>(
      `{ innlandet: municipality(number: "3419") { name countyName slug } oestfold: municipality(number: "0137") { name countyName slug } }`,
    )
    expect(innlandet).toEqual({ name: 'Våler', countyName: 'Innlandet', slug: 'vaaler-innlandet' })
    expect(oestfold).toEqual({ name: 'Våler', countyName: 'Østfold', slug: 'vaaler-oestfold' })
  })

  it('gives the number and county as of a date', async () => {
    const { municipality } = await data(`{ municipality(slug: "baerum", asOf: "2021-06-01") { number countyName } }`)
    expect(municipality).toEqual({ number: '3024', countyName: 'Viken' })
  })

  it('finds a municipality that has ended, with its last state', async () => {
    const { municipality } = await data(`{ municipality(number: "0213") { name number period { to toIs } } }`)
    expect(municipality).toEqual({ name: 'Ski', number: '0213', period: { to: '2020-01-01', toIs: 'DAY' } })
  })

  it('knows land neighbours, the same from both sides', async () => {
    const { municipality } = await data<{ municipality: { neighbours: (Named & { neighbours: Named[] })[] } }>(
      `{ municipality(number: "4601") { neighbours { name neighbours { name } } } }`,
    )
    expect(municipality.neighbours.map(({ name }) => name)).toEqual(['Bjørnafjorden', 'Samnanger', 'Vaksdal'])
    for (const { neighbours } of municipality.neighbours) expect(neighbours.map(({ name }) => name)).toContain('Bergen')
  })

  it('filters by county, part of a name and neighbour', async () => {
    const names = async (filter: object) => {
      const query = `query ($filter: MunicipalityFilter) { municipalities(filter: $filter) { nodes { name } } }`
      const { municipalities } = await data<{ municipalities: { nodes: Named[] } }>(query, { filter })
      return municipalities.nodes.map(({ name }) => name)
    }
    expect(await names({ county: '03' })).toEqual(['Oslo'])
    expect(await names({ name: 'EIDSK' })).toEqual(['Eidskog'])
    expect(await names({ neighbourOf: '4601' })).toEqual(['Bjørnafjorden', 'Samnanger', 'Vaksdal'])
  })

  it('pages backwards from the end', async () => {
    const { municipalities } = await data<{ municipalities: { nodes: Named[]; pageInfo: { startCursor: string } } }>(
      `{ municipalities(last: 2) { nodes { name } pageInfo { startCursor } } }`,
    )
    expect(municipalities.nodes.map(({ name }) => name)).toEqual(['Åseral', 'Åsnes'])
    const before = await data<{ municipalities: { nodes: Named[] } }>(
      `query ($before: String) { municipalities(last: 1, before: $before) { nodes { name } } }`,
      { before: municipalities.pageInfo.startCursor },
    )
    expect(before.municipalities.nodes.map(({ name }) => name)).toEqual(['Ås'])
  })

  it.each([
    ['neither number nor slug', `{ municipality { name } }`],
    ['a day that is not', `{ municipality(slug: "oslo", asOf: "2019-02-30") { name } }`],
    [
      'two dates in one request',
      `{ a: municipality(slug: "oslo", asOf: "2019-01-01") { name } b: municipality(slug: "oslo") { name } }`,
    ],
    ['a page too long', `{ municipalities(first: 101) { totalCount } }`],
    ['a foreign cursor', `{ municipalities(after: "abc") { totalCount } }`],
    ['an id of nothing', `{ node(id: "abc") { id } }`],
  ])('refuses %s with a clear error', async (_what, query) => {
    const { errors } = await answer(query)
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([
      expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/),
    ])
  })

  it('has the date of what is asked, not of what is left out', async () => {
    const { data: found, errors } = await answer(
      `query ($no: Boolean!) { a: municipality(slug: "baerum", asOf: "2010-01-01") @include(if: $no) { name } b: municipality(slug: "baerum", asOf: "2020-01-01") { countyName } ... @skip(if: true) { municipality(slug: "oslo") { name } } }`,
      { no: false },
    )
    expect(errors).toEqual([])
    expect(found).toEqual({ b: { countyName: 'Viken' } })
  })
})
