import { limitsFrom, setLimits } from '@samrad/api/limits'
import { schemaFor } from '@samrad/api/schema'
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDoor } from '../support/ask.ts'
import { hidden, loadEveryVisibility, shown } from '../support/proevebygd.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const schema = schemaFor('open')
const everyMeeting: { body: string; slug: string }[] = []
const everyId: { table: string; type: string; id: string; visibility: string }[] = []

afterAll(() => setLimits(limitsFrom({})))

beforeAll(async () => {
  // The questions below are longer than any caller may ask: this is about rows, not about limits.
  const high = Object.fromEntries(
    ['COST', 'DEPTH', 'BREADTH', 'TOKENS'].map((name) => [`SAMRAD_LIMIT_${name}`, '100000000']),
  )
  setLimits(limitsFrom(high))
  await loadEveryVisibility(database)
  const types = {
    area: 'Area',
    organisation: 'Organisation',
    scheme: 'Scheme',
    coordinator_post: 'CoordinatorPost',
    body: 'Body',
    arena: 'Arena',
    meeting: 'Meeting',
    agenda_item: 'AgendaItem',
    issue: 'Issue',
  }
  for (const [table, type] of Object.entries(types)) {
    const { rows } = await database.owner.query<{ id: string; visibility: string }>(
      `SELECT id, visibility FROM ${table}`,
    )
    everyId.push(...rows.map((row) => ({ table, type, ...row })))
  }
  const meetings = await database.owner.query<{ body: string; slug: string }>(
    'SELECT DISTINCT ON (meeting.visibility) body.slug AS body, meeting.slug FROM meeting JOIN body ON body.id = body_id',
  )
  everyMeeting.push(...meetings.rows)
})

/** One question per way of two steps from every root field: all leaves of all that lies a third step away. */
function everyQuestion(): { root: string; name: string; query: string }[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {})
  return roots.flatMap((root) =>
    rootArguments(root.name).flatMap((args) => {
      const type = getNamedType(root.type)
      const typed = everyId.find(({ type, id }) => args === `(id: "${globalId(type, id)}")`)?.type
      return typesBehind(type).flatMap((objectType) => {
        // An id says itself which type it is of.
        if (typed && typed !== objectType.name) return []
        const steps = relations(objectType)
        // What is found by an id or in a list is found by its address too, and from there all the way.
        const depth = root.name === 'node' ? 0 : isConnection(type) ? 1 : 2
        const wrap = (inner: string) => `{ ${root.name}${args} { ... on ${objectType.name} { ${inner} } } }`
        return [
          { root: `${root.name}${args}`, name: `${root.name}${args}`, query: wrap(leavesOf(objectType)) },
          ...steps.flatMap((first) => [
            {
              root: `${root.name}${args}`,
              name: `${root.name}${args}.${first.name}`,
              query: wrap(withLeaves(first, depth)),
            },
          ]),
        ]
      })
    }),
  )
}

const isConnection = (type: GraphQLNamedType) => type.name.endsWith('Connection')

const typesBehind = (type: GraphQLNamedType): GraphQLObjectType[] =>
  isObjectType(type)
    ? [type]
    : isInterfaceType(type) || 'getTypes' in type
      ? [...schema.getPossibleTypes(type as never)]
      : []

const fieldsOf = (type: GraphQLNamedType) => (isObjectType(type) ? Object.values(type.getFields()) : [])
const isLeaf = (field: GraphQLField<unknown, unknown>) => isLeafType(getNamedType(field.type))
const relations = (type: GraphQLNamedType) => fieldsOf(type).filter((field) => !isLeaf(field))
const leavesOf = (type: GraphQLNamedType) =>
  [
    '__typename',
    ...fieldsOf(type)
      .filter(isLeaf)
      .map(({ name }) => name),
  ].join(' ')

function withLeaves(field: GraphQLField<unknown, unknown>, depth: number): string {
  const [type, ...others] = typesBehind(getNamedType(field.type))
  if (!type) return field.name
  const behind = (one: GraphQLObjectType) =>
    `${leavesOf(one)} ${
      depth > 0
        ? relations(one)
            .map((next) => withLeaves(next, depth - 1))
            .join(' ')
        : ''
    }`
  if (!others.length) return `${field.name} { ${behind(type)} }`
  return `${field.name} { ${[type, ...others].map((one) => `... on ${one.name} { ${behind(one)} }`).join(' ')} }`
}

function rootArguments(name: string): string[] {
  const address = (slug: string) => `(municipality: "9901", slug: "${slug}")`
  const visibilities = ['public', 'neighbours', 'internal']
  const known: Record<string, string[]> = {
    municipality: ['(number: "9901")'],
    municipalities: ['(filter: { county: "99" })'],
    body: visibilities.map((visibility) => address(`body-${visibility}`)),
    area: visibilities.map((visibility) => address(`area-${visibility}`)),
    scheme: visibilities.map((visibility) => address(`scheme-${visibility}`)),
    coordinatorPost: visibilities.map((visibility) => address(`post-${visibility}`)),
    arena: visibilities.map((visibility) => address(`arena-${visibility}`)),
    organisation: visibilities.map((visibility) => address(`organisation-${visibility}`)),
    issue: visibilities.map((visibility) => address(`issue-${visibility}`)),
    meeting: everyMeeting.map(({ body, slug }) => `(municipality: "9901", body: "${body}", slug: "${slug}")`),
    // One of each kind and visibility; all of them are asked for together below.
    node: [...Map.groupBy(everyId, ({ type, visibility }) => `${type} ${visibility}`).values()]
      .flatMap(([one]) => one ?? [])
      .map(({ type, id }) => `(id: "${globalId(type, id)}")`),
    nodes: [`(ids: [${everyId.map(({ type, id }) => `"${globalId(type, id)}"`).join(', ')}])`],
    search: [`(text: "${hidden}")`, `(text: "${shown}")`],
  }
  return known[name] ?? ['']
}

const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url')

describe('what is for neighbours or internal', () => {
  it('is in no answer of the open door, whatever is asked', async () => {
    const { answer } = openDoor(database)
    const questions = everyQuestion()
    expect(questions.length).toBeGreaterThan(200)
    let shownAnswers = 0
    // Where there is nothing there is nothing behind it either.
    const absent = new Map<string, boolean>()
    const isAbsent = async (root: string) => {
      if (!absent.has(root)) {
        const { data } = await answer(`{ it: ${root} { __typename } }`)
        absent.set(root, (data as { it: object | null }).it === null)
      }
      return absent.get(root)
    }
    for (const { root, name, query } of questions) {
      if (await isAbsent(root)) continue
      const { data, errors } = await answer(query)
      expect(errors, `${name}\n${query}`).toEqual([])
      const text = JSON.stringify(data)
      expect(
        text.includes(hidden),
        `${name} shows ${text.slice(Math.max(0, text.indexOf(hidden) - 200), text.indexOf(hidden) + 100)}`,
      ).toBe(false)
      if (text.includes(shown)) shownAnswers++
    }
    expect(shownAnswers).toBeGreaterThan(100)
  }, 300_000)

  it('is in no table that the public’s or a neighbour’s role reads', async () => {
    // With nobody signed in, the signed-in door shows no more.
    for (const role of ['samrad_public', 'samrad_neighbour', 'samrad_signed_in']) {
      const seen = await textSeenBy(role)
      expect(seen, role).toContain(shown)
      expect(seen, role).not.toContain(hidden)
    }
  })

  it('would be found by these tests if one row policy were missing', async () => {
    await database.owner.query('ALTER TABLE seat DISABLE ROW LEVEL SECURITY')
    try {
      expect(await textSeenBy('samrad_public')).toContain(hidden)
    } finally {
      await database.owner.query('ALTER TABLE seat ENABLE ROW LEVEL SECURITY')
    }
  })

  it('is not counted', async () => {
    const { data } = openDoor(database)
    const { municipality, bodies, areas } = await data(`{
      municipality(number: "9901") { bodyCount areaCount arenaCount }
      bodies { totalCount } areas { totalCount }
    }`)
    expect(municipality).toEqual({ bodyCount: 1, areaCount: 1, arenaCount: 1 })
    expect([bodies, areas]).toEqual([{ totalCount: 1 }, { totalCount: 1 }])
  })

  it('is answered like what is not there, by address and by id', async () => {
    const { data } = openDoor(database)
    const answers = await data(`{
      hidden: body(municipality: "9901", slug: "body-internal") { name }
      absent: body(municipality: "9901", slug: "no-such-body") { name }
      hiddenNode: node(id: "${globalId('Body', everyId.find(({ type, visibility }) => type === 'Body' && visibility === 'internal')?.id ?? '')}") { id }
      absentNode: node(id: "${globalId('Body', crypto.randomUUID())}") { id }
    }`)
    expect(answers).toEqual({ hidden: null, absent: null, hiddenNode: null, absentNode: null })
  })
})

async function textSeenBy(role: string): Promise<string> {
  const client = await database.owner.connect()
  try {
    await client.query(`SET ROLE ${role}`)
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.table_privileges
        WHERE grantee = $1 AND privilege_type = 'SELECT' AND table_schema = 'public'`,
      [role],
    )
    expect(tables.length).toBeGreaterThan(30)
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string | null }>(
        `SELECT string_agg(one::text, ' ') AS text FROM ${name} AS one`,
      )
      texts.push(rows[0]?.text ?? '')
    }
    return texts.join('\n')
  } finally {
    await client.query('RESET ROLE')
    client.release()
  }
}
