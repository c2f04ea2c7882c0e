import { Prisma, loadDemonstration, validAt, type Db } from '@samrad/db'
import { getDatamodel } from '@samrad/db/pothos'
import { beforeAll, describe, expect, it } from 'vitest'
import { statements } from '../support/statements.ts'
import { openTestDatabase } from '../support/test-database.ts'

const database = await openTestDatabase()
const db = database.reader('samrad_public')
const date = new Date('2019-06-01')

beforeAll(() =>
  loadDemonstration(database.url, (message) => {
    throw new Error(message)
  }),
)

type Args = Record<string, unknown>
type Operation = 'findMany' | 'findFirst' | 'findUnique'
type Delegate = Record<Operation, (args: Args) => Promise<unknown>>
const delegate = (client: object, model: string) =>
  (client as Record<string, Delegate>)[model.charAt(0).toLowerCase() + model.slice(1)] as Delegate

/** What the reader answers, and what Prisma does: inside a transaction all is Prisma's. */
async function both(model: string, args: Args, operation: Operation = 'findMany') {
  let answered: unknown
  const sent = await statements(async () => (answered = await delegate(db, model)[operation](args)))
  const byPrisma = await (db as Db).$transaction((tx) => delegate(tx, model)[operation](args))
  return { answered: inOrder(answered), byPrisma: inOrder(byPrisma), sent }
}

// Where no order is asked for there is none.
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder).toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  if (!value || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inOrder(part)]))
}
const key = (value: unknown) => JSON.stringify(value)

const { models } = getDatamodel().datamodel
const { rows: granted } = await database.owner.query<{ name: string }>(
  `SELECT table_name AS name FROM information_schema.table_privileges WHERE grantee = 'samrad_public' AND privilege_type = 'SELECT'`,
)
const tables = new Set(granted.map(({ name }) => name.replaceAll('_', '')))
// Accounts, roles, acts and what data files have loaded no reader sees.
const isReadable = (model: string) => tables.has(model.toLowerCase())
const readable = Object.keys(models).filter(isReadable)
const relationsOf = (model: string) =>
  models[model]?.fields
    .filter(({ kind, type }) => kind === 'object' && isReadable(type))
    .map(({ name }) => [name, true]) ?? []

describe('a tree that is read in one statement', () => {
  it.each(readable)('is what Prisma answers for %s with all its relations', async (model) => {
    const { answered, byPrisma, sent } = await both(model, { include: Object.fromEntries(relationsOf(model)) })
    expect(answered).toStrictEqual(byPrisma)
    expect(sent).toBe(1)
  })

  const body = { homeMunicipality: { slug: 'bergen' } }
  it.each<[string, string, Args, Operation?]>([
    ['columns only', 'Body', { select: { id: true, validFrom: true }, where: body }],
    ['a period', 'BodyParticipation', { where: { ...validAt(date), body: validAt(date) } }],
    [
      'a compound key',
      'Body',
      { where: { homeMunicipalityId_slug: { homeMunicipalityId: '00000000-0000-4000-8000-000000000000', slug: 'x' } } },
      'findUnique',
    ],
    ['one by its key', 'Municipality', { where: { slug: 'bergen' }, include: { versions: true } }, 'findUnique'],
    ['nobody', 'Municipality', { where: { slug: 'ingensteder' } }, 'findFirst'],
    ['several values', 'Meeting', { where: { status: { in: ['planned', 'held'] } } }],
    ['a value among none', 'Meeting', { where: { status: { in: [] } } }],
    ['either of nothing', 'Meeting', { where: { OR: [] } }],
    ['bounds', 'Meeting', { where: { heldOn: { gte: new Date('2019-03-01'), lt: new Date('2019-10-01') } } }],
    [
      'some and none',
      'Party',
      { where: { actsFor: { none: {} }, fact: { sources: { some: { place: { equals: 's. 2' } } } } } },
    ],
    ['what is there', 'Party', { where: { fact: { asBodyReplacement: { isNot: null } } } }],
    [
      'counts',
      'Municipality',
      {
        where: { slug: 'bergen' },
        select: { _count: { select: { bodies: { where: validAt(date) }, homeAreas: true } } },
      },
    ],
    [
      'several steps',
      'Municipality',
      {
        where: { slug: 'baerum' },
        select: {
          bodies: {
            where: validAt(date),
            select: {
              body: {
                select: {
                  versions: { select: { name: true, ages: true } },
                  seats: { include: { organisation: { include: { versions: true } } } },
                  reportsTo: { include: { parent: true } },
                },
              },
            },
          },
        },
      },
    ],
  ])('is what Prisma answers when asked for %s', async (_name, model, args, operation) => {
    const { answered, byPrisma, sent } = await both(model, args, operation)
    expect(answered).toStrictEqual(byPrisma)
    expect(sent).toBe(1)
  })

  it('is in the order asked for', async () => {
    const order: Prisma.MeetingFindManyArgs = { orderBy: [{ heldOn: 'desc' }, { startsAt: 'asc' }, { id: 'asc' }] }
    const byPrisma = await db.$transaction((tx) => tx.meeting.findMany(order))
    expect(await db.meeting.findMany(order)).toStrictEqual(byPrisma)
    const seats: Prisma.BodyFindManyArgs = {
      orderBy: { id: 'asc' },
      select: { seats: { orderBy: { position: 'desc' } } },
    }
    expect(await db.body.findMany(seats)).toStrictEqual(await db.$transaction((tx) => tx.body.findMany(seats)))
  })

  it.each<[string, string, Args]>([
    ['a page', 'Meeting', { orderBy: { id: 'asc' }, take: 2, skip: 1 }],
    ['what is not so', 'Meeting', { where: { NOT: { status: 'held' } } }],
    ['part of a text', 'Meeting', { where: { place: { contains: 'rådhus' } } }],
    ['nothing beside', 'BodyReporting', { where: { parent: null } }],
    ['some and none at once', 'Party', { where: { actsFor: { some: {}, none: {} } } }],
    ['all counts', 'Body', { where: body, select: { _count: true } }],
    ['no values', 'Meeting', { where: { heldOn: { gte: undefined } } }],
  ])('is left to Prisma when it is asked for %s', async (_name, model, args) => {
    const { answered, byPrisma } = await both(model, args)
    expect(answered).toStrictEqual(byPrisma)
  })

  it('is refused when it is to be one and nothing says which', async () => {
    await expect(db.body.findUnique({ where: { id: undefined as never } })).rejects.toThrow('where')
  })
})
