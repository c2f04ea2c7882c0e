import { keyId, loadDataFiles, readDataFile } from '@samrad/db'
import { isInForce } from '@samrad/api/in-force'
import fc from 'fast-check'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const { owner } = database
const homeId = keyId('municipality', '9901')
const bodyId = (key: string) => keyId('body', homeId, key)

beforeAll(() =>
  loadIntoProevebygd(database, {
    bodies: [
      { key: 'board', name: 'Styre', from: '2010-01-01', seats: [{ role: 'Leder', attachment: 'member' }] },
      { key: 'group', name: 'Gruppe', from: '2010-01-01', reportsTo: [{ body: 'board', to: '2015-01-01' }] },
      { key: 'team', name: 'Team' },
      { key: 'pair-one', name: 'Par en' },
      { key: 'pair-two', name: 'Par to' },
      {
        key: 'withdrawn',
        name: 'Trukket',
        meetings: [{ on: '2019-01-01' }],
        seats: [{ role: 'Leder', attachment: 'member', holders: [{ name: 'Rolleinnehaver', visibility: 'public' }] }],
      },
    ],
  }),
)

/** A new fact of a body, ready to be given its row. */
async function factOf(key: string, client: pg.Pool | pg.PoolClient = owner): Promise<string> {
  const id = crypto.randomUUID()
  await client.query('INSERT INTO fact (id, body_id) VALUES ($1, $2)', [id, bodyId(key)])
  return id
}

async function report(
  from: string,
  to: string,
  period: [string | null, string | null],
  client: pg.Pool | pg.PoolClient = owner,
) {
  const id = await factOf(from, client)
  await client.query(
    'INSERT INTO body_reporting (id, body_id, parent_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)',
    [id, bodyId(from), bodyId(to), ...period],
  )
}

describe('the database', () => {
  it('refuses two names of a body at the same time', async () => {
    const add = async (from: string) =>
      owner.query('INSERT INTO body_version (id, body_id, name, valid_from) VALUES ($1, $2, $3, $4)', [
        await factOf('board'),
        bodyId('board'),
        'Annet navn',
        from,
      ])
    await expect(add('2012-01-01')).rejects.toThrow('body_version_one_at_a_time')
  })

  it('refuses two holders of a seat at the same time, unless it is for several', async () => {
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM seat WHERE body_id = $1', [bodyId('board')])
    const add = async (from: string, to: string | null) =>
      owner.query('INSERT INTO seat_holder (id, seat_id, name, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)', [
        await factOf('board'),
        rows[0]?.id,
        'x',
        from,
        to,
      ])
    await add('2015-01-01', '2016-01-01')
    await add('2016-01-01', null)
    await expect(add('2015-06-01', '2015-07-01')).rejects.toThrow('seat_holder_one_at_a_time')

    const setQuantity = (quantity: string) =>
      owner.query('UPDATE seat SET quantity = $1 WHERE id = $2', [quantity, rows[0]?.id])
    await setQuantity('some')
    await add('2015-06-01', '2015-07-01')
    await expect(setQuantity('one')).rejects.toThrow('seat_holder_one_at_a_time')
  })

  it('refuses two municipalities with one number at the same time', async () => {
    const id = crypto.randomUUID()
    await owner.query('INSERT INTO fact (id, municipality_id) VALUES ($1, $2)', [id, homeId])
    const add = owner.query(
      `INSERT INTO municipality_version (id, municipality_id, country, number, name, valid_from) VALUES ($1, $2, 'NO', '4601', 'x', '2024-01-01')`,
      [id, homeId],
    )
    await expect(add).rejects.toThrow(/municipality_version_one/)
  })

  it('refuses a body that in the end reports to itself, but only while the lines hold together', async () => {
    await report('board', 'group', ['2015-01-01', null])
    await expect(report('board', 'group', ['2014-12-31', '2015-01-01'])).rejects.toThrow(/circle|not_twice/)
    await report('team', 'board', [null, null])
    await expect(report('group', 'team', ['2012-01-01', '2013-01-01'])).resolves.toBeUndefined()
    await expect(report('board', 'team', ['2020-01-01', null])).rejects.toThrow('circle in body_reporting')
    await expect(report('team', 'team', [null, null])).rejects.toThrow('circle in body_reporting')
  })

  it('refuses a circle of which two writers each add half at once', async () => {
    const [one, two] = await Promise.all([owner.connect(), owner.connect()])
    try {
      await Promise.all([one.query('BEGIN'), two.query('BEGIN')])
      await report('pair-one', 'pair-two', [null, null], one)
      const second = expect(report('pair-two', 'pair-one', [null, null], two)).rejects.toThrow(
        'circle in body_reporting',
      )
      await one.query('COMMIT')
      await second
      await two.query('ROLLBACK')
    } finally {
      one.release()
      two.release()
    }
  })

  it('refuses a second thing at the same address, but not in another municipality', async () => {
    const id = crypto.randomUUID()
    await owner.query('INSERT INTO fact (id, municipality_id) VALUES ($1, $2)', [id, homeId])
    const add = owner.query('INSERT INTO body (id, home_municipality_id, slug) VALUES ($1, $2, $3)', [
      id,
      homeId,
      'board',
    ])
    await expect(add).rejects.toThrow('body_home_municipality_id_slug_key')
  })

  it('refuses ages out of order, a period that ends before it begins, and a party that is nobody', async () => {
    const version = async (ages: string, from: string | null, to: string | null) =>
      owner.query(
        'INSERT INTO body_version (id, body_id, name, ages, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)',
        [await factOf('team'), bodyId('team'), 'x', ages, from, to],
      )
    await expect(version('{"from": 23, "to": 12}', '1990-01-01', '1991-01-01')).rejects.toThrow('body_version_ages')
    await expect(version('{}', '1991-01-01', '1990-01-01')).rejects.toThrow('body_version_period')
    await expect(
      owner.query('INSERT INTO party (id, fact_id, position) VALUES ($1, $2, 0)', [
        crypto.randomUUID(),
        await factOf('team'),
      ]),
    ).rejects.toThrow('party_is_exactly_one')
  })

  it('refuses a meeting more visible than its body, and withdraws meetings and holders with it', async () => {
    await owner.query(`UPDATE body SET visibility = 'internal' WHERE id = $1`, [bodyId('withdrawn')])
    const { rows } = await owner.query<{ visibility: string }>(
      `SELECT visibility FROM meeting WHERE body_id = $1 UNION ALL SELECT holder.visibility FROM seat_holder AS holder JOIN seat ON seat.id = seat_id WHERE body_id = $1`,
      [bodyId('withdrawn')],
    )
    expect(rows).toEqual([{ visibility: 'internal' }, { visibility: 'internal' }])
    await expect(
      owner.query(`UPDATE meeting SET visibility = 'public' WHERE body_id = $1`, [bodyId('withdrawn')]),
    ).rejects.toThrow('more visible than its body')
  })

  it('says the same of a period on a date as our own code does', async () => {
    const day = fc.option(
      fc
        .date({ min: new Date('2010-01-01'), max: new Date('2012-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    )
    await fc.assert(
      fc.asyncProperty(day, day, day, async (from, to, on) => {
        const date = on ?? '2011-06-01'
        const { rows } = await owner.query<{ valid: boolean }>(
          'SELECT valid_at($1::date, $2::date, $3::date) AS valid',
          [from, to, date],
        )
        const period = { validFrom: from ? new Date(from) : null, validTo: to ? new Date(to) : null }
        expect(rows[0]?.valid).toBe(isInForce(period, new Date(date)))
      }),
      { numRuns: 200 },
    )
  })

  it('guards every table by row policies', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relrowsecurity AND relname <> '_prisma_migrations'`,
    )
    expect(rows).toEqual([])
  })
})

describe('whether a body keeps its cadence', () => {
  it('is not denied to somebody who does not see all its meetings', async () => {
    const body = (key: string, visibility: string) => ({
      key,
      name: key,
      cadences: [{ cadence: { kind: 'minimum', times: 4, per: 'year' } }],
      meetings: [{ on: '2018-01-10' }, { on: '2019-01-10' }, { on: '2019-05-10', visibility }],
    })
    await loadDataFiles(database.url, [
      readDataFile(
        '3426.json',
        JSON.stringify({
          municipality: { number: '3426' },
          visibility: 'public',
          bodies: [body('open', 'public'), body('partly', 'internal')],
        }),
      ),
    ])
    const { data } = openDoor(database)
    const answer = await data(
      `{ open: body(municipality: "3426", slug: "open", asOf: "2019-12-31") { schedule } partly: body(municipality: "3426", slug: "partly", asOf: "2019-12-31") { schedule } }`,
    )
    expect(answer).toEqual({ open: { schedule: 'BEHIND' }, partly: { schedule: 'CANNOT_TELL' } })
  })
})
