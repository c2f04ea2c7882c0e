import { describe, expect, it } from 'vitest'
import { openDemonstration } from '../../support/demonstration.ts'
import { statements } from '../../support/statements.ts'

const { database, data, readStructure } = await openDemonstration()

describe('one thing found by its id', () => {
  it('is one statement, and a hundred are too', async () => {
    const { bodies } = await data<{ bodies: { nodes: { id: string }[] } }>(`{ bodies(first: 100) { nodes { id } } }`)
    const ids = bodies.nodes.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(20)
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Body { name seats { roleTitle } } } }`
    expect(await statements(() => data(query, { ids }))).toBe(1)
    expect(await statements(() => data(query, { ids: ids.slice(0, 1) }))).toBe(1)
  })

  it('is answered as of the date too', async () => {
    const { body } = await data<{ body: { id: string } }>(
      `{ body(municipality: "3201", slug: "${(await readStructure('3201')).withFunction('STYRINGSGRUPPE')[0]?.slug}") { id } }`,
    )
    const seats = async (asOf: string) => {
      const query = `query ($id: ID!, $asOf: Date) { node(id: $id, asOf: $asOf) { ... on Body { seats { roleTitle } } } }`
      const { node } = await data<{ node: { seats: object[] } }>(query, { id: body.id, asOf })
      return node.seats.length
    }
    expect([await seats('2016-08-29'), await seats('2016-12-31')]).toEqual([6, 7])
  })
})

describe('lists', () => {
  it('take two statements, however long they are', async () => {
    for (const first of [1, 10, 100])
      for (const query of [
        `{ municipalities(first: ${first}) { totalCount nodes { name number bodyCount areaCount } } }`,
        `{ bodies(first: ${first}) { totalCount nodes { name functions { kind } municipality { name } } } }`,
        `{ organisations(first: ${first}) { nodes { name kind } } }`,
        `{ meetings(first: ${first}) { nodes { heldOn round body { name } } } }`,
        `{ issues(first: ${first}) { nodes { title stage forums { body { name } nextMeetingOn } moves { question toBody { name } } } } }`,
      ])
        expect(await statements(() => data(query)), query).toBeLessThanOrEqual(2)
  })
})

describe('all four', () => {
  it('name no holder of any seat and no e-mail address', async () => {
    const { rows } = await database.owner.query('SELECT count(*)::int AS holders FROM seat_holder')
    expect(rows).toEqual([{ holders: 0 }])
    const { rows: quotes } = await database.owner.query<{ quote: string }>(
      `SELECT quote FROM source_reference WHERE quote ~ '[[:alnum:]]@[[:alnum:]]'`,
    )
    expect(quotes).toEqual([])
  })

  it('give a source for every fact', async () => {
    const { rows } = await database.owner.query<{ facts: number; without: number }>(
      `SELECT count(*)::int AS facts, count(*) FILTER (WHERE NOT EXISTS (SELECT FROM source_reference WHERE fact_id = fact.id))::int AS without
         FROM fact WHERE municipality_id IS NULL`,
    )
    expect(rows[0]?.facts).toBeGreaterThan(500)
    expect(rows[0]?.without).toBe(0)
  })

  it('are each read whole in one statement', async () => {
    for (const number of ['4601', '3416', '3201', '3405']) expect(await statements(() => readStructure(number))).toBe(1)
  })
})
