import { rights } from '@samrad/api/auth/rights'
import { schemaFor } from '@samrad/api/schema'
import { getNamedType, isInputObjectType, isNonNullType } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDoor, type As } from '../support/ask.ts'
import { loadIntoProevebygd } from '../support/proevebygd.ts'
import { signInAs } from '../support/sign-in.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const desk = openDoor(database, 'admin')
const mutations = Object.values(schemaFor('admin').getMutationType()?.getFields() ?? {})

/** Who asks: 9901 is the home, 3405 takes part in what is joint, 4601 has nothing to do with either. */
const kinds = [
  'anonymous',
  'without a role',
  'member',
  'member of another body',
  'leader',
  'coordinator',
  'coordinator next door',
  'coordinator far away',
  'coordinator of both',
  'operator',
] as const
type Kind = (typeof kinds)[number]
const viewers = {} as Record<Kind, As>

const places = ['internal', 'public', 'joint', 'random'] as const
type Place = (typeof places)[number]

type Outcome = 'done' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED'

/** Which acts are about what a thing consists of; the others are about whether it is and who sees it. */
const isMending = (field: string) => /^(change|correct)/.test(field)

/** The rights as a person would say them; nothing here is read from the code. */
function expected({ kind, place, noun, field: { name: field } }: Cell): Outcome {
  if (kind === 'anonymous') return 'UNAUTHENTICATED'
  // Operators mend organisations that belong to no municipality; of others they see what everybody sees.
  if (noun === 'Organisation' && kind === 'operator') return place === 'public' ? 'FORBIDDEN' : 'NOT_FOUND'
  const isCoordinator = kind.startsWith('coordinator')
  // Who keeps no register at all is told so whatever they ask for, there or not.
  if (!isCoordinator) return 'FORBIDDEN'
  if (place === 'random') return 'NOT_FOUND'
  if (kind === 'coordinator' || kind === 'coordinator of both') return 'done'
  if (place === 'public') return 'FORBIDDEN'
  if (place === 'internal' || kind === 'coordinator far away') return 'NOT_FOUND'
  return isMending(field) ? 'done' : 'FORBIDDEN'
}

/** The kinds of things: where a data file lists them, what makes one of them one, and how it says who takes part. */
const nouns = {
  Area: { list: 'areas', table: 'area', said: { kind: 'bydel', name: 'x' }, joint: undefined },
  Organisation: { list: 'organisations', table: 'organisation', said: { kind: 'other', name: 'x' }, joint: undefined },
  Scheme: { list: 'schemes', table: 'scheme', said: { name: 'x' }, joint: { number: '3405' } },
  CoordinatorPost: { list: 'posts', table: 'coordinator_post', said: { title: 'x' }, joint: { number: '3405' } },
  Body: { list: 'bodies', table: 'body', said: { name: 'x' }, joint: { municipality: { number: '3405' } } },
  Arena: { list: 'arenas', table: 'arena', said: { title: 'x', state: 'established' }, joint: { number: '3405' } },
} as const
type NounName = keyof typeof nouns

const actsOn = (noun: NounName) =>
  mutations.filter(
    ({ name, args }) =>
      name.includes(noun) && args.some((arg) => arg.name === 'id') && args.some((arg) => arg.name === 'version'),
  )

const cells = (Object.keys(nouns) as NounName[]).flatMap((noun) =>
  kinds.flatMap((kind) =>
    places
      .filter((place) => place !== 'joint' || nouns[noun].joint)
      .flatMap((place) =>
        actsOn(noun).map((field) => ({ noun, kind, place, field, key: keyOf(kind, place, field.name) })),
      ),
  ),
)
type Cell = (typeof cells)[number]

function keyOf(kind: Kind, place: Place, field: string): string {
  return `${place} ${field} ${kind}`.toLowerCase().replaceAll(' ', '-')
}

beforeAll(async () => {
  const thing = ({ noun, place, field, key }: Cell) => {
    const { said, joint } = nouns[noun]
    return {
      key,
      ...said,
      from: '2020-01-01',
      visibility: place === 'public' ? 'public' : 'internal',
      ...(place === 'joint' ? { municipalities: [joint] } : {}),
      ...(field.name.startsWith('restore') ? { to: '2024-01-01' } : {}),
    }
  }
  const seated = (key: string) => ({
    key,
    name: key,
    from: '2020-01-01',
    visibility: 'internal',
    seats: [{ role: 'Medlem', attachment: 'member' }],
  })
  const lists = Object.groupBy(
    cells.filter(({ place }) => place !== 'random'),
    ({ noun }) => nouns[noun].list,
  )
  await loadIntoProevebygd(database, {
    ...Object.fromEntries(Object.entries(lists).map(([list, some]) => [list, some.map(thing)])),
    bodies: [...(lists.bodies ?? []).map(thing), seated('seated'), seated('seated-elsewhere')],
  })
  const { rows: seats } = await database.owner.query<{ id: string; slug: string }>(
    'SELECT seat.id, body.slug FROM seat JOIN body ON body.id = body_id ORDER BY slug',
  )
  const coordinator = (municipality: string) => ({ kind: 'coordinator' as const, municipality })
  const member = (nth: number) => [{ kind: 'member' as const, seatId: seats[nth]?.id ?? '' }]
  viewers['anonymous'] = {}
  viewers['without a role'] = await signInAs(database, 'x')
  viewers['member'] = await signInAs(database, 'x', member(0))
  viewers['member of another body'] = await signInAs(database, 'x', member(1))
  viewers['leader'] = await signInAs(database, 'x', [{ kind: 'leader', municipality: '9901' }])
  viewers['coordinator'] = await signInAs(database, 'x', [coordinator('9901')])
  viewers['coordinator next door'] = await signInAs(database, 'x', [coordinator('3405')])
  viewers['coordinator far away'] = await signInAs(database, 'x', [coordinator('4601')])
  viewers['coordinator of both'] = await signInAs(database, 'x', [coordinator('9901'), coordinator('3405')])
  viewers['operator'] = await signInAs(database, 'x', [{ kind: 'operator' }])
})

/** A value for every argument that a mutation needs. */
function argumentsOf({ noun, field: { args } }: Cell, id: string): string {
  return args
    .filter(({ name, type }) => isNonNullType(type) || name === 'state')
    .map(
      ({ name, type }) =>
        `${name}: ${valueOf(name, getNamedType(type).name, isInputObjectType(getNamedType(type)), noun, id)}`,
    )
    .join(', ')
}
function valueOf(name: string, type: string, isInput: boolean, noun: NounName, id: string): string {
  if (name === 'id') return `"${Buffer.from(`${noun}:${id}`).toString('base64url')}"`
  if (type === 'Int') return '1'
  if (type === 'KnownDay') return '{ on: "2025-01-01" }'
  if (type === 'Visibility') return 'NEIGHBOURS'
  if (isInput) return `{ ${'name' in nouns[noun].said ? 'name' : 'title'}: "Nytt navn" }`
  throw new Error(`say what a ${type} is like`)
}

async function outcomeOf(cell: Cell): Promise<{ outcome: string; acts: number }> {
  const { noun, kind, place, field, key } = cell
  const count = async () => Number((await database.owner.query('SELECT count(*) AS count FROM act')).rows[0].count)
  const { rows } = await database.owner.query<{ id: string }>(`SELECT id FROM ${nouns[noun].table} WHERE slug = $1`, [
    key,
  ])
  const id = place === 'random' ? crypto.randomUUID() : (rows[0]?.id ?? '')
  const before = await count()
  const { errors } = await desk.answer(`mutation { ${field.name}(${argumentsOf(cell, id)}) { id } }`, {}, viewers[kind])
  return { outcome: errors[0]?.extensions.code ?? 'done', acts: (await count()) - before }
}

async function wrong(some: Cell[]): Promise<string[]> {
  const found: string[] = []
  for (const cell of some) {
    const wanted = expected(cell)
    const { outcome, acts } = await outcomeOf(cell)
    if (outcome !== wanted || acts !== Number(wanted === 'done'))
      found.push(`${cell.key}: ${outcome} with ${acts} acts, not ${wanted}`)
  }
  return found
}

describe('every act on every kind of thing, by everybody, everywhere', () => {
  it('is done or refused as the rights say, and is in the audit when it is done', async () => {
    expect(cells.length).toBe(10 * 5 * (4 * 4 + 2 * 3))
    expect(await wrong(cells)).toEqual([])
  }, 120_000)

  it('would be found wrong if a right were given to one too many', async () => {
    const keep = rights['register:keep'] as Record<string, string>
    keep['leader'] = 'home'
    try {
      const some = cells.filter(({ kind, field }) => kind === 'leader' && field.name === 'setBodyVisibility')
      expect(await wrong(some)).not.toEqual([])
    } finally {
      delete keep['leader']
    }
  })

  it('would be found wrong if a row filter were dropped', async () => {
    const some = cells.filter(({ kind, field }) => kind === 'coordinator far away' && field.name === 'changeBody')
    await database.owner.query('CREATE POLICY leak ON body FOR SELECT TO samrad_signed_in USING (true)')
    try {
      expect(await wrong(some)).not.toEqual([])
    } finally {
      await database.owner.query('DROP POLICY leak ON body')
    }
  })

  it('answers what is not theirs and what is not there alike, but for the id', async () => {
    const ask = async (id: string) => {
      const query = `mutation ($id: ID!) { setBodyVisibility(id: $id, version: 1, visibility: PUBLIC) { id } }`
      const { errors } = await desk.answer(
        query,
        { id: Buffer.from(`Body:${id}`).toString('base64url') },
        viewers['coordinator far away'],
      )
      return JSON.stringify(errors)
    }
    const { rows } = await database.owner.query<{ id: string }>(`SELECT id FROM body WHERE slug = 'seated'`)
    expect(await ask(rows[0]?.id ?? '')).toBe(await ask(crypto.randomUUID()))
  })
})

describe('creating a body', () => {
  const create = async (kind: Kind, municipality: string) => {
    const query = 'mutation ($m: String!) { createBody(municipality: $m, state: { name: "Nytt" }) { id } }'
    return (await desk.answer(query, { m: municipality }, viewers[kind])).errors[0]?.extensions.code ?? 'done'
  }
  it.each<[Kind, string, string]>([
    ['coordinator', '9901', 'done'],
    ['coordinator of both', '3405', 'done'],
    ['coordinator', '3405', 'FORBIDDEN'],
    ['coordinator far away', '9901', 'FORBIDDEN'],
    ['leader', '9901', 'FORBIDDEN'],
    ['member', '9901', 'FORBIDDEN'],
    ['operator', '9901', 'FORBIDDEN'],
    ['without a role', '9901', 'FORBIDDEN'],
    ['anonymous', '9901', 'UNAUTHENTICATED'],
  ])('as %s in %s is %s', async (kind, municipality, wanted) => {
    expect(await create(kind, municipality)).toBe(wanted)
  })
})

describe('what a viewer sees of a body that is internal', () => {
  const sees = async (kind: Kind, slug: string) =>
    (
      await desk.data<{ body: object | null }>(
        'query ($slug: String!) { body(municipality: "9901", slug: $slug) { name } }',
        { slug },
        viewers[kind],
      )
    ).body !== null
  it.each<[Kind, boolean, boolean]>([
    ['anonymous', false, false],
    ['without a role', false, false],
    ['member', true, false],
    ['member of another body', false, false],
    ['leader', true, true],
    ['coordinator', true, true],
    ['coordinator next door', false, true],
    ['coordinator far away', false, false],
    ['operator', false, false],
  ])('%s: own %s, joint %s', async (kind, own, joint) => {
    expect(await sees(kind, 'seated')).toBe(own)
    expect(await sees(kind, keyOf('coordinator', 'joint', 'changeBody'))).toBe(joint)
  })

  it('ends with the seat, and with the session, at once', async () => {
    expect(await sees('member', 'seated')).toBe(true)
    await database.owner.query(
      `UPDATE seat SET valid_to = '2024-01-01' FROM body WHERE body.id = body_id AND slug = 'seated'`,
    )
    expect(await sees('member', 'seated')).toBe(false)
    expect(await sees('leader', 'seated')).toBe(true)
    await desk.data('mutation { signOut }', {}, viewers['leader'])
    expect(await sees('leader', 'seated')).toBe(false)
  })
})

it('who takes part in a joint body is the home’s to say, whoever else keeps it', async () => {
  const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM body WHERE slug = $1', [
    keyOf('anonymous', 'joint', 'changeBody'),
  ])
  const query = 'mutation ($id: ID!) { correctBody(id: $id, version: 1, state: { municipalities: [] }) { id } }'
  const id = Buffer.from(`Body:${rows[0]?.id}`).toString('base64url')
  expect((await desk.answer(query, { id }, viewers['coordinator next door'])).errors[0]?.extensions.code).toBe(
    'FORBIDDEN',
  )
  expect((await desk.answer(query, { id }, viewers['coordinator'])).errors).toEqual([])
})
