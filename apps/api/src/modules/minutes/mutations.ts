import { newId, type Db } from '@samrad/db'
import { AddendumRules, faultsOf, MinutesEntryRules } from '@samrad/schema'
import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { ApiError, badInput } from '../../errors.ts'
import { assertMay, notFound } from '../../register/acts.ts'
import { identitiesOf, partiesAsWritten } from '../../register/party-rows.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { assertSeen, keepMeeting, known, type Kept } from '../meeting/keep.ts'
import { Meeting } from '../meeting/meeting.ts'
import { hashOf, type Approved } from './hash.ts'
import { MinutesEntry } from './minutes.ts'
import { minutesFor, minutesToWrite, type Present, type Step } from './keep.ts'

builder.mutationField('writeMinutes', (t) =>
  t.prismaField({
    description:
      'Writes what the minutes say of an item, until they are approved; the first who writes begins them. CONFLICT, with the present version, when somebody else has written since.',
    authScopes: { can: 'register:mend' },
    type: MinutesEntry,
    args: {
      item: t.arg.globalID({ description: 'Id of the item of the agenda.', required: true, for: AgendaItem }),
      version: t.arg.int({ description: 'The version that was seen; 0 for none.', required: true }),
      text: t.arg.string({ description: 'What was said; left out for nothing.' }),
      decision: t.arg.string({ description: 'What was decided; left out for nothing.' }),
    },
    resolve: async (query, _root, { item: { id: agendaItemId }, version, text, decision }, context) => {
      const { db } = context
      const faults = faultsOf(MinutesEntryRules, { text, decision })
      if (faults) throw badInput(faults)
      const item = await db.agendaItem.findUnique({ where: { id: agendaItemId }, select: { meetingId: true } })
      if (!item) throw notFound()
      const written = { id: item.meetingId, kind: 'write_minutes', right: 'register:mend' } as const
      await keepMeeting(written, context, async (meeting) => {
        const minutesId = await minutesToWrite(meeting, 'item', db)
        const words = { text: text?.trim() ? text : null, decision: decision?.trim() ? decision : null }
        const { count } = await db.minutesEntry.updateMany({
          where: { agendaItemId, version },
          data: { ...words, version: version + 1 },
        })
        if (count) return
        const present = await db.minutesEntry.findUnique({ where: { agendaItemId }, select: { version: true } })
        if (present || version !== 0)
          throw new ApiError('CONFLICT', 'It was written since you saw it.', { version: present?.version ?? 0 })
        await db.minutesEntry.createMany({ data: [{ id: newId(), minutesId, agendaItemId, ...words }] })
      })
      return db.minutesEntry.findUniqueOrThrow({ ...query, where: { agendaItemId } })
    },
  }),
)

/** Defines a step that minutes take as a whole. */
function defineStep<Args extends object>(
  name: string,
  {
    description,
    step,
    kind,
    right,
  }: { description: string; step: Step; kind: string; right: 'register:mend' | 'register:keep' },
  args: (t: never) => Record<string, unknown>,
  work: (minutes: Present, meeting: Kept, args: Args, context: Context) => Promise<unknown>,
): void {
  builder.mutationField(name, (t) =>
    t.prismaField({
      description,
      authScopes: { can: right },
      type: Meeting,
      args: { id: t.arg.globalID(known.id), version: t.arg.int(minutesVersion), ...(args(t as never) as object) },
      resolve: async (query, _root, given, context) => {
        const { id, version } = { id: given.id.id, version: given.version }
        await keepMeeting({ id, kind, right }, context, async (meeting) => {
          const minutes = await minutesFor(step, id, 'id', context.db)
          if (minutes) assertSeen(version, minutes.version)
          if (minutes) await work(minutes, meeting, given as unknown as Args, context)
        })
        return context.db.meeting.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
  )
}
const minutesVersion = {
  description: 'The version of the minutes that was seen. When it is not the present one, the answer is CONFLICT.',
  required: true,
} as const
type T = Parameters<Parameters<typeof builder.mutationField>[1]>[0]
const none = () => ({})

defineStep(
  'sendMinutes',
  {
    description:
      'Sends minutes for approval: those who see what is internal read them. They can still be written in. Refused while the agenda is a draft, which they do not read.',
    step: 'send',
    kind: 'send_minutes',
    right: 'register:mend',
  },
  none,
  ({ id }, { agendaState }, _args, { db }) => {
    if (agendaState === 'draft') throw badInput({ id: 'agenda_is_draft' })
    return db.minutes.updateMany({ where: { id }, data: { state: 'sent' } })
  },
)

defineStep(
  'takeMinutesBack',
  {
    description: 'Takes minutes back that were sent for approval: they are a draft again.',
    step: 'take_back',
    kind: 'take_minutes_back',
    right: 'register:mend',
  },
  none,
  ({ id }, _meeting, _args, { db }) => db.minutes.updateMany({ where: { id }, data: { state: 'draft' } }),
)

/** What there is to approve of a meeting. */
async function toApprove({ id: meetingId, heldOn }: Kept, db: Db): Promise<Approved> {
  const items = await db.agendaItem.findMany({
    where: { meetingId },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      title: true,
      entry: { select: { text: true, decision: true } },
      actionPoints: { select: { text: true, agreedOwners: true, agreedDueOn: true }, orderBy: { id: 'asc' } },
    },
  })
  const attendance = await db.attendance.findMany({
    where: { minutes: { meetingId } },
    orderBy: { id: 'asc' },
    select: {
      presence: true,
      missed: { select: { agendaItem: { select: { number: true } } }, orderBy: { agendaItem: { number: 'asc' } } },
      fact: { select: { parties: partiesAsWritten } },
    },
  })
  return {
    meeting: meetingId,
    heldOn: heldOn.toISOString().slice(0, 10),
    items: items.map(({ number, title, entry, actionPoints }) => ({
      number,
      title,
      text: entry?.text ?? null,
      decision: entry?.decision ?? null,
      points: actionPoints.map(({ text, agreedOwners, agreedDueOn }) => [
        text,
        agreedOwners,
        agreedDueOn?.toISOString().slice(0, 10) ?? null,
      ]),
    })),
    attendance: attendance.map(({ presence, missed, fact: { parties } }) => ({
      who: identitiesOf(parties).join(),
      presence,
      missed: missed.map(({ agendaItem }) => agendaItem.number),
    })),
  }
}

defineStep(
  'approveMinutes',
  {
    description:
      'Says that minutes were approved on a day. From then on they never change, and neither do the items they are about; the audit keeps their hash. The meeting was held.',
    step: 'approve',
    kind: 'approve_minutes',
    right: 'register:mend',
  },
  (t: T) => ({
    agendaVersion: t.arg.int(known.agendaVersion),
    on: t.arg({ description: 'The day they were approved, in Norway.', type: 'Date', required: true }),
  }),
  async ({ id }, meeting, { agendaVersion, on }: { agendaVersion: number; on: Date }, { db, now }) => {
    // The items are approved with what is said of them.
    assertSeen(agendaVersion, meeting.agendaVersion)
    if (on < meeting.heldOn) throw badInput({ on: 'before_it_began' })
    if (on > todayInOslo(now)) throw badInput({ on: 'in_future' })
    // Whose a point is and when it is due goes on changing: what was agreed is kept beside it.
    await db.$executeRaw`
      UPDATE action_point SET agreed_due_on = due_on, agreed_owners = COALESCE((
        SELECT string_agg(COALESCE(role_title, (SELECT name FROM named_thing AS named
                 WHERE named.id = COALESCE(seat_id, organisation_id, post_id, party.body_id) ORDER BY valid_from DESC NULLS LAST LIMIT 1)), ', ' ORDER BY position)
          FROM party WHERE fact_id = action_point.id AND NOT EXISTS (SELECT FROM party AS served WHERE served.by_party_id = party.id)), '')
        FROM agenda_item AS item WHERE item.id = agenda_item_id AND meeting_id = ${meeting.id}::uuid`
    const approvedHash = hashOf(await toApprove(meeting, db))
    await db.meeting.updateMany({ where: { id: meeting.id }, data: { status: 'held' } })
    await db.minutes.updateMany({ where: { id }, data: { state: 'approved', approvedOn: on, approvedHash } })
  },
)

defineStep(
  'publishMinutes',
  {
    description:
      'Publishes approved minutes: everybody who sees the meeting reads what they say of the items they read. Refused while the agenda is a draft.',
    step: 'publish',
    kind: 'publish_minutes',
    right: 'register:keep',
  },
  none,
  async ({ id }, { agendaState }, _args, { db, now }) => {
    if (agendaState === 'draft') throw badInput({ id: 'agenda_is_draft' })
    await db.minutes.updateMany({ where: { id }, data: { state: 'published', publishedAt: now } })
  },
)

defineStep(
  'withdrawMinutes',
  {
    description: 'Takes published minutes back: they are approved still, and gone from the portal at once.',
    step: 'withdraw',
    kind: 'withdraw_minutes',
    right: 'register:keep',
  },
  none,
  ({ id }, _meeting, _args, { db }) =>
    db.minutes.updateMany({ where: { id }, data: { state: 'approved', publishedAt: null } }),
)

defineStep(
  'addToMinutes',
  {
    description:
      'Adds something to approved minutes that is to be read with them by everybody who reads them: a correction. It stays for good. To published ones it is the home’s to add.',
    step: 'add',
    kind: 'add_to_minutes',
    right: 'register:mend',
  },
  (t: T) => ({ text: t.arg.string({ description: 'What is to be read with them.', required: true }) }),
  async ({ id: minutesId, state }, { body }, { text }: { text: string }, context) => {
    const { db } = context
    if (state === 'published') assertMay(context, 'register:keep', { home: body.homeMunicipalityId })
    const faults = faultsOf(AddendumRules, { text })
    if (faults) throw badInput(faults)
    await db.minutesAddendum.createMany({ data: [{ id: newId(), minutesId, text: text.trim() }] })
  },
)
