import { newId } from '@samrad/db'
import { BecauseRules, faultsOf } from '@samrad/schema'
import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { keepMeeting, known, type Kept } from './keep.ts'
import { Meeting } from './meeting.ts'
import { assertMeets, placeColumns } from './mutations.ts'
import { refusalOf } from './rules.ts'

const MeetingPlace = builder.inputType('MeetingPlace', {
  description: 'When and where a meeting is.',
  fields: (t) => ({
    heldOn: t.field({ description: 'The day, in Norway.', type: 'Date', required: true }),
    startsAt: t.string({ description: 'Norwegian time of day, `13:00`; left out when not known.' }),
    endsAt: t.string({ description: 'Norwegian time of day, `15:30`; left out when not known.' }),
    place: t.string({ description: 'Where.' }),
  }),
})

type Step = Parameters<typeof refusalOf>[0]
type Told = { id: { id: string }; version: number; because?: string | null | undefined }
type Notice = { kind: 'moved' | 'cancelled' | 'restored' } & Record<string, unknown>

/** Takes one step with a meeting, and tells those who see it. */
async function step(
  { id: { id }, version, because }: Told,
  { name, kind }: { name: Step; kind: string },
  context: Context,
  work: (meeting: Kept) => { data: object; notice?: Notice },
): Promise<void> {
  const { db, now } = context
  const faults = faultsOf(BecauseRules, { because })
  if (faults) throw badInput(faults)
  await keepMeeting({ id, version, kind, right: 'register:mend' }, context, async (meeting) => {
    const refusal = refusalOf(name, meeting, todayInOslo(now))
    if (refusal) throw badInput({ id: refusal })
    const { data, notice } = work(meeting)
    await db.meeting.updateMany({ where: { id }, data })
    if (notice)
      await db.meetingNotice.createMany({
        data: [{ ...notice, id: newId(), meetingId: id, because: because?.trim() || null }],
      })
  })
}

type Place = ReturnType<typeof placeColumns>
const isSamePlace = (to: Place, { heldOn, startsAt, endsAt, place }: Place): boolean =>
  JSON.stringify([to.heldOn, to.startsAt, to.endsAt, to.place]) === JSON.stringify([heldOn, startsAt, endsAt, place])

const because = 'Why, as everybody who sees the meeting is told.'

builder.mutationField('moveMeeting', (t) =>
  t.prismaField({
    description:
      'Moves a meeting to another day, time or place, and tells where it was to be. A cancelled one is on again. Refused for one that was held.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      to: t.arg({ description: 'When and where it is now.', type: MeetingPlace, required: true }),
      because: t.arg.string({ description: because }),
    },
    resolve: async (query, _root, { to, ...told }, context) => {
      await step(told, { name: 'move', kind: 'move' }, context, (meeting) => {
        assertMeets(to, meeting.body, 'to')
        if (meeting.status === 'planned' && isSamePlace(placeColumns(to), meeting))
          throw badInput({ 'to.heldOn': 'same_place' })
        const { heldOn: fromOn, startsAt: fromStartsAt, endsAt: fromEndsAt, place: fromPlace } = meeting
        return {
          data: { ...placeColumns(to), status: 'planned' },
          notice: { kind: 'moved', fromOn, fromStartsAt, fromEndsAt, fromPlace },
        }
      })
      return context.db.meeting.findUniqueOrThrow({ ...query, where: { id: told.id.id } })
    },
  }),
)

/** Defines a step that changes nothing but what becomes of a meeting, and tells why. */
function defineTelling(
  field: string,
  description: string,
  { name, kind, status, notice }: { name: Step; kind: string; status: string; notice: Notice['kind'] },
): void {
  builder.mutationField(field, (t) =>
    t.prismaField({
      description,
      authScopes: { can: 'register:mend' },
      type: Meeting,
      args: {
        id: t.arg.globalID(known.id),
        version: t.arg.int(known.version),
        because: t.arg.string({ description: because }),
      },
      resolve: async (query, _root, told, context) => {
        await step(told, { name, kind }, context, () => ({ data: { status }, notice: { kind: notice } }))
        return context.db.meeting.findUniqueOrThrow({ ...query, where: { id: told.id.id } })
      },
    }),
  )
}

defineTelling(
  'cancelMeeting',
  'Cancels a meeting. It stays in the plan, as cancelled. Refused for one that was held.',
  {
    name: 'cancel',
    kind: 'cancel',
    status: 'cancelled',
    notice: 'cancelled',
  },
)
defineTelling('restoreMeeting', 'Says that a cancelled meeting is on after all.', {
  name: 'restore',
  kind: 'call_again',
  status: 'planned',
  notice: 'restored',
})

builder.mutationField('recordMeetingHeld', (t) =>
  t.prismaField({
    description: 'Says that a planned meeting was held. Refused before its day.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: { id: t.arg.globalID(known.id), version: t.arg.int(known.version) },
    resolve: async (query, _root, told, context) => {
      await step(told, { name: 'hold', kind: 'hold' }, context, () => ({ data: { status: 'held' } }))
      return context.db.meeting.findUniqueOrThrow({ ...query, where: { id: told.id.id } })
    },
  }),
)
