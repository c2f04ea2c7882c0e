import { newId } from '@samrad/db'
import { ActionPointRules, faultsOf } from '@samrad/schema'
import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { act, assertMay, notFound, takeVersion } from '../../register/acts.ts'
import { partiesOf, PartyInput, versionDescription } from '../../register/inputs.ts'
import { addParties, rewriteParties } from '../../register/party-rows.ts'
import { References } from '../../register/references.ts'
import { Body } from '../body/body.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { ActionPoint, ActionPointKind, ActionPointState } from './action-point.ts'

const ActionPointInput = builder.inputType('ActionPointInput', {
  description: 'What somebody is to do. All of it is given; what is left out is emptied.',
  fields: (t) => ({
    kind: t.field({ description: 'What is asked for.', type: ActionPointKind, defaultValue: 'task' }),
    text: t.string({ description: 'What is to be done, or found out.', required: true }),
    owners: t.field({ description: 'Whose it is.', type: [PartyInput] }),
    dueOn: t.field({ description: 'The day it is to be done by.', type: 'Date' }),
  }),
})
type Given = typeof ActionPointInput.$inferInput

async function readInput(given: Given, { db }: Context) {
  const faults = faultsOf(ActionPointRules, given)
  if (faults)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`point.${field}`, fault])))
  const references = new References()
  const owners = partiesOf(given.owners, references, 'point.owners') ?? []
  await references.assertUsable(db)
  return { columns: { kind: given.kind ?? 'task', text: given.text.trim(), dueOn: given.dueOn ?? null }, owners }
}

type Home = { id: string; homeMunicipalityId: string }
const home = { select: { id: true, homeMunicipalityId: true } } as const

/** Does something with the action points of a body, as one act on it. */
function keepPoints<Result>(body: Home, kind: string, context: Context, work: () => Promise<Result>): Promise<Result> {
  const { id: objectId, homeMunicipalityId: municipalityId } = body
  assertMay(context, 'register:mend', { home: municipalityId, thing: objectId })
  return act(context, { kind, noun: 'Body', objectId, municipalityId }, work)
}

builder.mutationField('addActionPoint', (t) =>
  t.prismaField({
    description: 'Notes what somebody is to do: under an item of an agenda, or in a body.',
    authScopes: { can: 'register:mend' },
    type: ActionPoint,
    args: {
      item: t.arg.globalID({ description: 'The item under which it was agreed.', for: AgendaItem }),
      body: t.arg.globalID({ description: 'The body that agreed on it; needed without an item.', for: Body }),
      point: t.arg({ description: 'What is to be done.', type: ActionPointInput, required: true }),
    },
    resolve: async (query, _root, { item, body: given, point }, context) => {
      const { db } = context
      if (!item === !given) throw badInput({ item: 'exactly_one' })
      const found =
        item &&
        (await db.agendaItem.findUnique({ where: { id: item.id }, select: { meeting: { select: { body: home } } } }))
      const body = found
        ? found.meeting.body
        : given && (await db.body.findUnique({ where: { id: given.id }, ...home }))
      if (!body) throw notFound()
      const id = newId()
      await keepPoints(body, 'add_point', context, async () => {
        const { columns, owners } = await readInput(point, context)
        await db.actionPoint.createMany({ data: [{ id, bodyId: body.id, agendaItemId: item?.id ?? null, ...columns }] })
        await db.fact.createMany({ data: [{ id, actionPointId: id }] })
        await addParties(id, owners, db)
      })
      return db.actionPoint.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

type Seen = { id: { id: string }; version: number }
type Kept = { state: string; kind: string; note: string | null }

/** Does something with one action point. */
async function keepPoint(
  { id: { id }, version }: Seen,
  kind: string,
  context: Context,
  work: (point: Kept) => Promise<unknown>,
) {
  const { db } = context
  const point = await db.actionPoint.findUnique({
    where: { id },
    select: { state: true, kind: true, note: true, body: home },
  })
  if (!point?.body) throw notFound()
  await keepPoints(point.body, kind, context, async () => {
    await takeVersion(db, id, version)
    await work(point)
  })
}

/** What became of an action point, as it is stored. Refused for one that is closed, and for a commission without what was found out. */
function outcomeOf(
  { state: before, kind }: Kept,
  state: 'done' | 'dropped',
  note: string | null | undefined,
  now: Date,
) {
  const said = note?.trim() || null
  const fault = faultsOf(ActionPointRules, { text: '-', note: said })?.['note']
  if (fault) throw badInput({ note: fault })
  if (before !== 'open') throw badInput({ id: 'closed_already' })
  if (kind === 'commission' && state === 'done' && !said) throw badInput({ note: 'commission_unanswered' })
  return { state, closedOn: todayInOslo(now), note: said }
}

const known = {
  id: { description: 'Id of the action point.', required: true, for: ActionPoint },
  version: { description: versionDescription, required: true },
} as const

builder.mutationField('correctActionPoint', (t) =>
  t.prismaField({
    description: 'Says what is to be done, by whom and when. What was agreed in approved minutes keeps its words.',
    authScopes: { can: 'register:mend' },
    type: ActionPoint,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      point: t.arg({ description: 'What is to be done.', type: ActionPointInput, required: true }),
    },
    resolve: async (query, _root, { point, ...seen }, context) => {
      const { db } = context
      const { id } = seen.id
      await keepPoint(seen, 'correct_point', context, async ({ state, note }) => {
        const { columns, owners } = await readInput(point, context)
        if (columns.kind === 'commission' && state === 'done' && !note)
          throw badInput({ 'point.kind': 'commission_unanswered' })
        await db.actionPoint.updateMany({ where: { id }, data: columns })
        await rewriteParties(id, owners, db)
      })
      return db.actionPoint.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('closeActionPoint', (t) =>
  t.prismaField({
    description: 'Says that an action point was done, or is not to be done after all: today.',
    authScopes: { can: 'register:mend' },
    type: ActionPoint,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      as: t.arg({ description: 'Which: done or dropped.', type: ActionPointState, defaultValue: 'done' }),
      note: t.arg.string({ description: 'What came of it.' }),
    },
    resolve: async (query, _root, { as, note, ...seen }, context) => {
      const { db, now } = context
      const { id } = seen.id
      const state = as ?? 'done'
      if (state === 'open') throw badInput({ as: 'invalid' })
      await keepPoint(seen, 'close_point', context, (point) =>
        db.actionPoint.updateMany({ where: { id }, data: outcomeOf(point, state, note, now) }),
      )
      return db.actionPoint.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('reportActionPointDone', (t) =>
  t.prismaField({
    description:
      'Says that an action point was done today: who owns it may, by their seat or as who keeps the body that was asked, as well as who keeps the body that agreed on it.',
    authScopes: { can: 'point:report' },
    type: ActionPoint,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      note: t.arg.string({ description: 'What came of it, of a commission what was found out.' }),
    },
    resolve: async (query, _root, { note, ...seen }, context) => {
      const { db, now } = context
      const { id } = seen.id
      const report = (point: Kept) =>
        db.actionPoint.updateMany({ where: { id }, data: outcomeOf(point, 'done', note, now) })
      const [asker] = await db.$queryRaw<{ body: string; home: string }[]>`SELECT * FROM asker_of_point(${id}::uuid)`
      if (asker) {
        const done = { kind: 'report_point', noun: 'Body', objectId: asker.body, municipalityId: asker.home }
        await act(context, done, async () => {
          await takeVersion(db, id, seen.version)
          await report(
            await db.actionPoint.findUniqueOrThrow({ where: { id }, select: { state: true, kind: true, note: true } }),
          )
        })
      } else await keepPoint(seen, 'report_point', context, report)
      return db.actionPoint.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('reopenActionPoint', (t) =>
  t.prismaField({
    description: 'Says that a closed action point is to be done still.',
    authScopes: { can: 'register:mend' },
    type: ActionPoint,
    args: { id: t.arg.globalID(known.id), version: t.arg.int(known.version) },
    resolve: async (query, _root, seen, context) => {
      const { db } = context
      const { id } = seen.id
      await keepPoint(seen, 'reopen_point', context, async ({ state }) => {
        if (state === 'open') throw badInput({ id: 'is_open' })
        await db.actionPoint.updateMany({ where: { id }, data: { state: 'open', closedOn: null, note: null } })
      })
      return db.actionPoint.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('removeActionPoint', (t) =>
  t.boolean({
    description: 'Removes an action point that never should have been. One of approved minutes is dropped instead.',
    authScopes: { can: 'register:mend' },
    args: { id: t.arg.globalID(known.id), version: t.arg.int(known.version) },
    resolve: async (_root, seen, context) => {
      await keepPoint(seen, 'remove_point', context, () => context.db.fact.deleteMany({ where: { id: seen.id.id } }))
      return true
    },
  }),
)
