import { ChangedSinceError, loadDataFiles, loadRegister, readDataFile } from '@samrad/db'
import { describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { buildProevebygd } from '../support/proevebygd.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const { owner } = database

describe('a data file', () => {
  const file = (title: string, bodies: object[] = [{ key: 'raad', name: 'Råd' }]) =>
    readDataFile(
      'annen.json',
      JSON.stringify({
        municipality: { number: '3420' },
        visibility: 'public',
        posts: [{ key: 'post', title }],
        bodies,
      }),
    )

  it('is loaded twice without a trace, and changes only what it brought', async () => {
    const [first] = await loadDataFiles(database.url, [file('Koordinator')])
    expect(first?.inserted).toBeGreaterThan(5)
    expect(await loadDataFiles(database.url, [file('Koordinator')])).toEqual([{ inserted: 0, updated: 0, deleted: 0 }])
    expect(await loadDataFiles(database.url, [file('SLT-koordinator')])).toEqual([
      { inserted: 0, updated: 1, deleted: 0 },
    ])
    const [last] = await loadDataFiles(database.url, [file('SLT-koordinator', [])])
    expect(last).toMatchObject({ inserted: 0, updated: 0 })
    expect(last?.deleted).toBeGreaterThan(2)
  })

  it('is refused whole when somebody changed what it would change', async () => {
    await loadDataFiles(database.url, [file('Koordinator')])
    await owner.query(`UPDATE post_version SET title = 'Endret for hånd' WHERE title = 'Koordinator'`)
    await expect(loadDataFiles(database.url, [file('Samordner', [{ key: 'nytt', name: 'Nytt' }])])).rejects.toThrow(
      ChangedSinceError,
    )
    const { rows } = await owner.query(`SELECT title FROM post_version WHERE title IN ('Endret for hånd', 'Samordner')`)
    expect(rows).toEqual([{ title: 'Endret for hånd' }])
    const { rowCount } = await owner.query(`SELECT FROM body_version WHERE name = 'Nytt'`)
    expect(rowCount).toBe(0)
  })

  it('leaves the register alone, which loads twice without a trace too', async () => {
    await buildProevebygd(database)
    expect(await loadRegister(database.url)).toEqual({ inserted: 0, updated: 0, deleted: 0 })
  })
})

describe('data files of several municipalities', () => {
  const of = (number: string, content: object) =>
    readDataFile(`${number}.json`, JSON.stringify({ municipality: { number }, visibility: 'public', ...content }))
  const shared = {
    municipalitiesAbroad: [{ country: 'SE', number: '1730', name: 'Eda', isNeighbour: true }],
    organisations: [{ key: 'direktoratet', kind: 'state', name: 'Direktoratet', national: true }],
  }
  const duty = { duty: 'leads', parties: [{ organisation: 'direktoratet' }] }
  const body = { key: 'raad', name: 'Råd', duties: [duty] }

  it('share a directorate and a neighbour abroad, which stay as long as one of them holds them', async () => {
    await loadDataFiles(database.url, [
      of('3401', { ...shared, bodies: [body] }),
      of('3417', { ...shared, bodies: [body] }),
    ])
    await loadDataFiles(database.url, [of('3401', {})])
    const { rows } = await owner.query(
      `SELECT (SELECT count(*)::int FROM organisation_version WHERE name = 'Direktoratet') AS organisations,
              (SELECT count(*)::int FROM party JOIN organisation_version USING (organisation_id) WHERE name = 'Direktoratet') AS parties,
              (SELECT count(*)::int FROM municipality WHERE slug = 'eda-se') AS abroad`,
    )
    expect(rows).toEqual([{ organisations: 1, parties: 1, abroad: 1 }])
  })

  it('may tell otherwise of what they share: the first tells, the others point, and nothing is written over', async () => {
    const told = (shortName: string) => ({
      organisations: [{ key: 'politidistrikt', kind: 'police', name: 'Politidistrikt', national: true, shortName }],
      bodies: [
        { key: 'raad', name: 'Råd', duties: [{ duty: 'leads', parties: [{ organisation: 'politidistrikt' }] }] },
      ],
    })
    const names = async () => {
      const { rows } = await owner.query(`SELECT short_name FROM organisation_version WHERE name = 'Politidistrikt'`)
      return rows.map((row) => row.short_name)
    }
    await loadDataFiles(database.url, [of('3405', told('fra demonstrasjonen'))], 'demonstration')
    await loadDataFiles(database.url, [of('3436', { language: 'nn', ...told('første') })])
    await loadDataFiles(database.url, [of('3437', told('andre'))])
    expect(await names()).toEqual(['første'])
    for (const [number, shortName, language] of [
      ['3436', 'første', 'nn'],
      ['3437', 'andre', 'nb'],
    ] as const)
      expect(await loadDataFiles(database.url, [of(number, { language, ...told(shortName) })])).toEqual([
        { inserted: 0, updated: 0, deleted: 0 },
      ])
    await loadDataFiles(database.url, [of('3436', { language: 'nn', ...told('endret') })])
    expect(await names()).toEqual(['endret'])
    // Who pointed may tell when the first no longer does.
    await loadDataFiles(database.url, [of('3436', {})])
    expect(await names()).toEqual(['endret'])
    await loadDataFiles(database.url, [of('3437', told('andre'))])
    expect(await names()).toEqual(['andre'])
  })

  it('take over from the demonstration, which then leaves the municipality alone', async () => {
    await loadDataFiles(
      database.url,
      [of('3418', { bodies: [{ key: 'demo', name: 'Fra demonstrasjonen' }] })],
      'demonstration',
    )
    await loadDataFiles(database.url, [of('3418', { bodies: [{ key: 'own', name: 'Eget råd' }] })])
    const again = await loadDataFiles(
      database.url,
      [of('3418', { bodies: [{ key: 'demo', name: 'Fra demonstrasjonen' }] })],
      'demonstration',
    )
    expect(again).toEqual([{ inserted: 0, updated: 0, deleted: 0 }])
    const { rows } = await owner.query(
      `SELECT name FROM body_version WHERE name IN ('Fra demonstrasjonen', 'Eget råd')`,
    )
    expect(rows).toEqual([{ name: 'Eget råd' }])
  })

  it('never take along what somebody added to what they remove', async () => {
    await loadDataFiles(database.url, [of('3419', { bodies: [{ key: 'raad', name: 'Råd i Våler' }] })])
    const { rows } = await owner.query<{ body_id: string }>(
      `SELECT body_id FROM body_version WHERE name = 'Råd i Våler'`,
    )
    const seat = crypto.randomUUID()
    await owner.query('INSERT INTO fact (id, body_id) VALUES ($1, $2)', [seat, rows[0]?.body_id])
    await owner.query(
      `INSERT INTO seat (id, body_id, position, role_title, attachment) VALUES ($1, $2, 0, 'Ny plass', 'member')`,
      [seat, rows[0]?.body_id],
    )
    await expect(loadDataFiles(database.url, [of('3419', {})])).rejects.toThrow(ChangedSinceError)
  })

  it('may move the day on which one name followed another, and drop the first of three', async () => {
    const versions = (...names: [string, string | undefined, string | undefined][]) =>
      of('3421', { bodies: [{ key: 'raad', versions: names.map(([name, from, to]) => ({ name, from, to })) }] })
    await loadDataFiles(database.url, [
      versions(['A', '2010-01-01', '2016-01-01'], ['B', '2016-01-01', '2018-01-01'], ['C', '2018-01-01', undefined]),
    ])
    await loadDataFiles(database.url, [
      versions(['A', '2010-01-01', '2017-01-01'], ['B', '2017-01-01', '2018-01-01'], ['C', '2018-01-01', undefined]),
    ])
    await loadDataFiles(database.url, [versions(['B', '2010-01-01', '2018-01-01'], ['C', '2018-01-01', undefined])])
    const { rows } = await owner.query(
      `SELECT body_version.name FROM body_version JOIN body ON body.id = body_id JOIN municipality_version AS home ON home.municipality_id = home_municipality_id
        WHERE home.number = '3421' AND home.valid_to IS NULL ORDER BY body_version.valid_from`,
    )
    expect(rows).toEqual([{ name: 'B' }, { name: 'C' }])
  })

  it('may rename a document, and hold the same relation twice in time', async () => {
    const file = (document: string) =>
      of('3422', {
        documents: [{ key: document, title: 'Plan', published: '2019-01-01' }],
        areas: [{ key: 'vest', kind: 'bydel', name: 'Vest' }],
        bodies: [
          {
            key: 'raad',
            name: 'Råd',
            source: { document },
            areas: [
              { area: 'vest', from: '2010-01-01', to: '2012-01-01' },
              { area: 'vest', from: '2015-01-01' },
            ],
          },
        ],
      })
    await loadDataFiles(database.url, [file('plan')])
    await expect(loadDataFiles(database.url, [file('plan-2019')])).resolves.toHaveLength(1)
  })

  it('tell how posts, areas, organisations, schemes and arenas changed', async () => {
    const change = (before: object, after: object) => ({
      versions: [
        { ...before, to: '2020-01-01' },
        { ...after, from: '2020-01-01' },
      ],
    })
    await loadDataFiles(database.url, [
      of('3425', {
        documents: [{ key: 'plan', title: 'Plan', published: '2023-01-01' }],
        areas: [{ key: 'vest', kind: 'bydel', name: 'Vest', ...change({ name: 'Vestbyen' }, {}) }],
        organisations: [{ key: 'nav', kind: 'state', name: 'NAV', ...change({ name: 'Trygdekontoret' }, {}) }],
        schemes: [{ key: 'slt', name: 'SLT', ...change({ name: 'SLT-prosjektet' }, {}) }],
        posts: [
          {
            key: 'post',
            title: 'Koordinator',
            source: { document: 'plan' },
            ...change({ percent: 50 }, { percent: 100 }),
          },
        ],
        arenas: [{ key: 'arena', title: 'Arena', state: 'wished', ...change({}, { state: 'established' }) }],
      }),
    ])
    const query = `query ($asOf: Date) { municipality(number: "3425", asOf: $asOf) {
      areas { name } organisations { name } schemes { name } coordinatorPosts { title percent } arenas { state } } }`
    const { data } = openDoor(database)
    expect(await data(query, { asOf: '2019-06-01' })).toEqual({
      municipality: {
        areas: [{ name: 'Vestbyen' }],
        organisations: [{ name: 'Trygdekontoret' }],
        schemes: [{ name: 'SLT-prosjektet' }],
        coordinatorPosts: [],
        arenas: [{ state: 'WISHED' }],
      },
    })
    expect(await data(query, { asOf: '2024-06-01' })).toEqual({
      municipality: {
        areas: [{ name: 'Vest' }],
        organisations: [{ name: 'NAV' }],
        schemes: [{ name: 'SLT' }],
        coordinatorPosts: [{ title: 'Koordinator', percent: 100 }],
        arenas: [{ state: 'ESTABLISHED' }],
      },
    })
  })

  it('cite each state where it is said', async () => {
    await loadDataFiles(database.url, [
      of('3438', {
        documents: [
          { key: 'plan', title: 'Plan', published: '2016-01-01' },
          { key: 'sak', title: 'Sak', published: '2022-01-01' },
        ],
        posts: [
          {
            key: 'post',
            title: 'SLT-koordinator',
            source: { document: 'plan' },
            versions: [
              { percent: 50, to: '2022-01-01' },
              { percent: 100, from: '2022-01-01', language: 'nn', source: { document: 'sak' } },
            ],
          },
        ],
      }),
    ])
    const { data } = openDoor(database)
    const query = `query ($asOf: Date) { municipality(number: "3438", asOf: $asOf) {
      coordinatorPosts { percent language sources { document { title } } versions { percent } } } }`
    const post = (percent: number, language: string, ...titles: string[]) => ({
      municipality: {
        coordinatorPosts: [
          {
            percent,
            language,
            sources: titles.map((title) => ({ document: { title } })),
            versions: expect.arrayContaining([{ percent: 50 }, { percent: 100 }]),
          },
        ],
      },
    })
    expect(await data(query, { asOf: '2020-01-01' })).toEqual(post(50, 'nb', 'Plan'))
    expect(await data(query, { asOf: '2023-01-01' })).toEqual(post(100, 'nn', 'Sak', 'Plan'))
  })

  it('may claim two cadences at once, of which only what they agree on is said', async () => {
    const often = { kind: 'minimum', times: 12, per: 'year' }
    const seldom = { kind: 'minimum', times: 1, per: 'year' }
    const meetings = ['2019-03-01', '2020-03-01', '2021-03-01'].map((on) => ({ on, status: 'held' }))
    const cadences = [{ cadence: seldom }, { cadence: often }]
    await loadDataFiles(database.url, [
      of('3439', { bodies: [{ key: 'raad', name: 'Råd', confirmed: '2022-01-01', cadences, meetings }] }),
    ])
    const { data } = openDoor(database)
    const query = `{ body(municipality: "3439", slug: "raad", asOf: "2021-06-01") { schedule keepsNationalAdvice cadences { cadence { times } } } }`
    expect(await data(query)).toEqual({
      body: {
        schedule: 'CANNOT_TELL',
        keepsNationalAdvice: null,
        cadences: expect.arrayContaining([{ cadence: { times: 1 } }, { cadence: { times: 12 } }]),
      },
    })
  })

  it('are refused with words, not with a stack, when only the database sees the fault', async () => {
    const overlapping = of('3423', { bodies: [{ key: 'raad', versions: [{ name: 'A' }, { name: 'B' }] }] })
    await expect(loadDataFiles(database.url, [overlapping])).rejects.toThrow(/3423\.json:1: .*hold at the same time/)
    await expect(loadDataFiles(database.url, [of('3424', {}), of('3424', {})])).rejects.toThrow('same municipality')
  })
})
