import { newId, Prisma, validAt, type Db } from '@samrad/db'
import { AgendaItemRules, faultsOf, LegalGroundRules } from '@samrad/schema'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { dated, inForce } from '../../in-force.ts'
import { assertMay, notFound, takeVersion } from '../../register/acts.ts'
import { partiesOf, PartyInput, versionDescription } from '../../register/inputs.ts'
import { addParties, rewriteParties } from '../../register/party-rows.ts'
import { References } from '../../register/references.ts'
import { Visibility } from '../../visibility.ts'
import { bringUp } from '../issue/keep.ts'
import { AgendaItem, AgendaItemKind } from './agenda-item.ts'
import { keepMeeting, known, type Kept } from './keep.ts'
import { Meeting } from './meeting.ts'
import { assertAll, opennessOf } from './openness.ts'
import { isMoreOpen, lacksGround } from './rules.ts'

const AgendaItemInput = builder.inputType('AgendaItemInput', {
  description: 'What is up at a meeting. All of it is given; what is left out is emptied.',
  fields: (t) => ({
    title: t.string({ description: 'What it is about.', required: true }),
    kind: t.field({ description: 'What the meeting is to do with it.', type: AgendaItemKind }),
    text: t.string({ description: 'More about it.' }),
    minutes: t.int({ description: 'How many minutes are set off for it, 1 to 600.' }),
    presenters: t.field({ description: 'Who presents it.', type: [PartyInput] }),
    issue: t.globalID({ description: 'The issue that is up; it is up in the body of the meeting from now on.' }),
    visibility: t.field({
      description:
        'Who reads it once the agenda is published; never more than see the meeting. What is not internal is the home’s to say.',
      type: Visibility,
      defaultValue: 'internal',
    }),
    legalGround: t.string({
      description:
        'The law by which it is not public. A published agenda has one for each item that not everybody reads who sees the meeting.',
    }),
  }),
})
type Given = typeof AgendaItemInput.$inferInput

/** What is stored of an item. */
async function columnsOf(given: Given, meeting: Kept, context: Context) {
  const faults: Record<string, string> = { ...faultsOf(AgendaItemRules, given), ...faultsOf(LegalGroundRules, given) }
  const openness = opennessOf(given)
  if (meeting.agendaState === 'published' && lacksGround(openness, meeting)) faults['legalGround'] ??= 'required'
  if (isMoreOpen(openness, meeting)) faults['visibility'] = 'more_than_its_meeting'
  if (Object.keys(faults).length)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`item.${field}`, fault])))
  const references = new References()
  const parties = partiesOf(given.presenters, references, 'item.presenters') ?? []
  const issueId = given.issue ? references.idOf('Issue', given.issue, 'item.issue') : null
  await references.assertUsable(context.db)
  if (issueId) await bringUp(issueId, meeting.bodyId, context)
  const { title, kind, text, minutes } = given
  const columns = {
    title: title.trim(),
    kind: kind ?? null,
    text: text?.trim() || null,
    minutes: minutes ?? null,
    issueId,
  }
  return { columns: { ...columns, ...openness }, parties }
}

const assertMayOpen = (context: Context, { body }: Kept) =>
  assertMay(context, 'register:keep', { home: body.homeMunicipalityId })

type NewItem = Omit<Prisma.AgendaItemCreateManyInput, 'id' | 'meetingId' | 'number'>

/** Puts items at the end of an agenda; returns their ids. */
export async function append(db: Db, meetingId: string, items: NewItem[]): Promise<string[]> {
  const { _max } = await db.agendaItem.aggregate({ where: { meetingId }, _max: { number: true } })
  const rows = items.map((item, nth) => ({ ...item, id: newId(), meetingId, number: (_max.number ?? 0) + nth + 1 }))
  await db.agendaItem.createMany({ data: rows })
  await db.fact.createMany({ data: rows.map(({ id }) => ({ id, agendaItemId: id })) })
  return rows.map(({ id }) => id)
}

/** An item with the meeting it is up at; `NOT_FOUND` when there is none for the viewer. */
async function itemOf(id: string, { db }: Context) {
  const item = await db.agendaItem.findUnique({ where: { id }, select: { meetingId: true, visibility: true } })
  return item ?? notThere()
}
const notThere = () => {
  throw notFound()
}

// What makes an item more open is undone by those who may open it; see rightToUndo.
const kindOf = (kind: 'add_item' | 'correct_item' | 'remove_item', isOpen: boolean): string =>
  isOpen ? kind.replace('item', 'open_item') : kind

const itemArgs = {
  id: { description: 'Id of the item.', required: true, for: AgendaItem },
  version: { description: versionDescription, required: true },
} as const
const meetingArg = { description: 'Id of the meeting.', required: true, for: Meeting } as const

builder.mutationField('addAgendaItem', (t) =>
  t.prismaField({
    description: 'Puts an item at the end of the agenda of a meeting.',
    authScopes: { can: 'register:mend' },
    type: AgendaItem,
    args: {
      meeting: t.arg.globalID(meetingArg),
      item: t.arg({ description: 'The item.', type: AgendaItemInput, required: true }),
    },
    resolve: async (query, _root, { meeting: { id: meetingId }, item }, context) => {
      const { db } = context
      const isOpen = (item.visibility ?? 'internal') !== 'internal'
      const added = { id: meetingId, kind: kindOf('add_item', isOpen), right: 'register:mend' } as const
      const id = await keepMeeting(added, context, async (meeting) => {
        if (isOpen) assertMayOpen(context, meeting)
        const { columns, parties } = await columnsOf(item, meeting, context)
        const [id = ''] = await append(db, meetingId, [columns])
        await addParties(id, parties, db)
        return id
      })
      return db.agendaItem.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('addStandingItems', (t) =>
  t.prismaField({
    description:
      'Puts the standing items that the body has on the day of the meeting at the end of its agenda, those that are not on it yet. As internal until it is said otherwise.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: { meeting: t.arg.globalID(meetingArg) },
    resolve: async (query, _root, { meeting: { id } }, context) => {
      const { db } = context
      await keepMeeting({ id, kind: 'add_item', right: 'register:mend' }, context, async (meeting) => {
        if (meeting.agendaState === 'published') throw badInput({ meeting: 'agenda_published' })
        const items = await db.standingItem.findMany({ where: missingFrom(meeting), orderBy: { position: 'asc' } })
        if (!items.length) throw badInput({ meeting: 'nothing_to_add' })
        await append(
          db,
          id,
          items.map(({ id: standingItemId, text: title }) => ({ standingItemId, title })),
        )
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const missingFrom = ({ id, bodyId, heldOn }: Kept) => ({
  bodyId,
  ...validAt(heldOn),
  agendaItems: { none: { meetingId: id } },
})

builder.prismaObjectField(Meeting, 'missingStandingItems', (t) =>
  t.stringList({
    description: 'Standing items of the body on the day of the meeting that are not on its agenda.',
    select: {
      heldOn: true,
      body: { select: { standingItems: { select: { ...dated, text: true }, orderBy: { position: 'asc' } } } },
      agenda: { select: { standingItemId: true }, orderBy: { number: 'asc' } },
    },
    resolve: ({ heldOn, body, agenda }) => {
      const present = new Set(agenda.map(({ standingItemId }) => standingItemId))
      return inForce(body.standingItems, heldOn).flatMap(({ id, text }) => (present.has(id) ? [] : text))
    },
  }),
)

/** The issue of an item, where it is one that the viewer does not see: who mends the item takes it from nobody. */
async function unseenIssueOf(id: string, db: Db): Promise<string | null> {
  const item = await db.agendaItem.findUnique({
    where: { id },
    select: { issueId: true, issue: { select: { id: true } } },
  })
  return item?.issue ? null : (item?.issueId ?? null)
}

builder.mutationField('correctAgendaItem', (t) =>
  t.prismaField({
    description: 'Says what an item of an agenda is now.',
    authScopes: { can: 'register:mend' },
    type: AgendaItem,
    args: {
      id: t.arg.globalID(itemArgs.id),
      version: t.arg.int(itemArgs.version),
      item: t.arg({ description: 'The item.', type: AgendaItemInput, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, item }, context) => {
      const { db } = context
      const { meetingId, visibility } = await itemOf(id, context)
      const isOpened = (item.visibility ?? 'internal') !== visibility
      const corrected = { id: meetingId, kind: kindOf('correct_item', isOpened), right: 'register:mend' } as const
      await keepMeeting(corrected, context, async (meeting) => {
        await takeVersion(db, id, version)
        if (isOpened) assertMayOpen(context, meeting)
        const { columns, parties } = await columnsOf(item, meeting, context)
        const issueId = columns.issueId ?? (await unseenIssueOf(id, db))
        await db.agendaItem.updateMany({ where: { id }, data: { ...columns, issueId } })
        await rewriteParties(id, parties, db)
      })
      return db.agendaItem.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('removeAgendaItem', (t) =>
  t.prismaField({
    description: 'Takes an item off an agenda; those after it move up. Returns the meeting.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: { id: t.arg.globalID(itemArgs.id), version: t.arg.int(itemArgs.version) },
    resolve: async (query, _root, { id: { id }, version }, context) => {
      const { db } = context
      const { meetingId, visibility } = await itemOf(id, context)
      const kind = kindOf('remove_item', visibility !== 'internal')
      await keepMeeting({ id: meetingId, kind, right: 'register:mend' }, context, async () => {
        await takeVersion(db, id, version)
        await db.fact.deleteMany({ where: { id } })
        await db.$executeRaw`SELECT renumber_agenda(${meetingId}::uuid)`
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id: meetingId } })
    },
  }),
)

const renumber = (db: Db, ids: string[]) => db.$executeRaw`
  UPDATE agenda_item SET number = nth FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS ordered (item, nth)
   WHERE id = item AND number <> nth`

builder.mutationField('orderAgenda', (t) =>
  t.prismaField({
    description: 'Puts the items of an agenda in order. CONFLICT when they are not those there are.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      meeting: t.arg.globalID(meetingArg),
      agendaVersion: t.arg.int(known.agendaVersion),
      items: t.arg.globalIDList({ description: 'Ids of all its items.', required: true, for: AgendaItem }),
    },
    resolve: async (query, _root, { meeting: { id }, agendaVersion, items }, context) => {
      const { db } = context
      await keepMeeting({ id, agendaVersion, kind: 'order_items', right: 'register:mend' }, context, async () => {
        const order = items.map((item) => item.id)
        await assertAll(order, id, db)
        await renumber(db, order)
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
