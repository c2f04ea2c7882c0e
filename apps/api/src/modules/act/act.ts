import { may } from '../../auth/rights.ts'
import { builder, globalIdOf } from '../../builder.ts'
import { shownChanges } from './differences.ts'
import { namesOf } from './names.ts'
import { neverUndone, rightToUndo, thingOf, undoneColumns } from './undoable.ts'

const ActChangeKind = builder.enumType('ActChangeKind', {
  description: 'What happened to a row.',
  values: {
    ADDED: { value: 'added', description: 'It was added.' },
    CHANGED: { value: 'changed', description: 'It was changed.' },
    REMOVED: { value: 'removed', description: 'It was removed.' },
  } as const,
})

type Difference = { column: string; before: string | null; after: string | null }
const ActDifference = builder.objectRef<Difference>('ActDifference').implement({
  description: 'One value before and after.',
  fields: (t) => ({
    column: t.exposeString('column', { description: 'Which value, as the database calls it: `role_title`.' }),
    before: t.exposeString('before', {
      description: 'Before, as text; a name where it points at something you see; null for none.',
      nullable: true,
    }),
    after: t.exposeString('after', { description: 'After, likewise.', nullable: true }),
  }),
})

export type ShownChange = {
  table: string
  name: string | null
  kind: typeof ActChangeKind.$inferType
  differences: Difference[]
}
const ActChange = builder.objectRef<ShownChange>('ActChange').implement({
  description: 'What an act did to one row of the register.',
  fields: (t) => ({
    table: t.exposeString('table', { description: 'What the row is, as the database calls it: `seat`.' }),
    name: t.exposeString('name', {
      description: 'What the row is called: the title of a seat, the words of an item; null when it has no name.',
      nullable: true,
    }),
    kind: t.expose('kind', { description: 'What happened to it.', type: ActChangeKind }),
    differences: t.field({
      description: 'What differs. Of a row that was added or removed all it says.',
      type: [ActDifference],
      resolve: ({ differences }) => differences,
    }),
  }),
})

export const Act = builder.prismaNode('Act', {
  description: 'Something that somebody did: one act of the audit, with all it changed. It is never changed itself.',
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'What was done: `create`, `change`, `correct`, `end`, `undo` …' }),
    noun: t.exposeString('noun', { description: 'Type of the thing it was done to: `Body`.' }),
    objectId: t.id({
      description: 'Id of that thing, which may be gone.',
      select: { noun: true, objectId: true },
      resolve: ({ noun, objectId }) => globalIdOf(noun, objectId),
    }),
    municipality: t.prismaField({
      description: 'The municipality in whose register it was done; null for what belongs to none.',
      type: 'Municipality',
      nullable: true,
      select: { municipalityId: true },
      // Prisma asks for all of a list at once.
      resolve: (query, { municipalityId }, _args, { db }) =>
        municipalityId === null ? null : db.municipality.findUnique({ ...query, where: { id: municipalityId } }),
    }),
    at: t.string({
      description: 'When: a time in ISO 8601, UTC.',
      select: { at: true },
      resolve: ({ at }) => at.toISOString(),
    }),
    isYours: t.boolean({
      description: 'Whether it was you who did it.',
      select: { accountId: true },
      resolve: ({ accountId }, _args, { viewer }) => accountId !== null && accountId === viewer.account?.id,
    }),
    by: t.string({
      description: 'Name of who did it; null when you may not see it or the account is gone.',
      nullable: true,
      select: { accountId: true },
      resolve: async ({ accountId }, _args, { db }) =>
        accountId === null ? null : ((await namesOf(db, [accountId])).get(accountId)?.name ?? null),
    }),
    name: t.string({
      description:
        'What the thing is called: a meeting by its day in ISO 8601, a role by whose it is, an agreement by whom it is with. Null when it has no name, is gone, or you may not see it.',
      nullable: true,
      select: { objectId: true },
      resolve: async ({ objectId }, _args, { db }) => (await namesOf(db, [objectId])).get(objectId)?.name ?? null,
    }),
    slug: t.string({
      description: 'Its part of the address; null when it has none, is gone, or you may not see it.',
      nullable: true,
      select: { objectId: true },
      resolve: async ({ objectId }, _args, { db }) => (await namesOf(db, [objectId])).get(objectId)?.slug ?? null,
    }),
    isUndone: t.boolean({
      description: 'Whether it has been undone.',
      select: { undoneBy: { select: { id: true } } },
      resolve: ({ undoneBy }) => undoneBy.length > 0,
    }),
    isUndoable: t.boolean({
      description:
        'Whether you may undo it: it has not been, acts of its kind can be, and the right is yours. Whether something has come to rest on it since is told when it is tried.',
      select: undoneColumns,
      resolve: async (act, _args, context) => {
        const { standings, joint } = context.viewer
        if (act.undoneBy.length || neverUndone(act)) return false
        return may(standings, joint, rightToUndo(act), { home: act.municipalityId, thing: await thingOf(act, context) })
      },
    }),
    undoes: t.field({
      description: 'The act that it undid; null when it undid none.',
      type: 'ID',
      nullable: true,
      select: { undoesId: true },
      resolve: ({ undoesId }) => undoesId && globalIdOf('Act', undoesId),
    }),
    changes: t.field({
      description: 'What it did, row by row, in order.',
      type: [ActChange],
      select: { changes: { orderBy: { position: 'asc' } } },
      resolve: ({ changes }, _args, { db }) => shownChanges(changes, db),
    }),
  }),
})
