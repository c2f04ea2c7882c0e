import { newId } from '@samrad/db'
import { faultsOf, InviteRules } from '@samrad/schema'
import { todayInOslo } from '../../as-of.ts'
import { seatsOf } from '../../auth/viewer.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { notFound } from '../../register/acts.ts'
import { Seat } from '../body/seat.ts'
import { AgendaItem } from '../meeting/agenda-item.ts'
import { keepMeeting, known, type Kept } from '../meeting/keep.ts'
import { Meeting } from '../meeting/meeting.ts'
import { InvitationAnswer, Invitee } from './invitee.ts'

const GuestInput = builder.inputType('GuestInput', {
  description: 'Somebody who is no seat of the body and is invited to one meeting.',
  fields: (t) => ({
    guest: t.string({ description: 'Their function, never a name. At most 200 characters.', required: true }),
    email: t.string({ description: 'Where the invitation goes.', required: true }),
    item: t.globalID({ description: 'The item they are invited under; left out for the whole.', for: AgendaItem }),
  }),
})

/** Throws `BAD_USER_INPUT` for a meeting nobody can be invited to any more. */
function assertIsAhead({ status, heldOn }: Kept, { now }: Context): void {
  if (status === 'cancelled') throw badInput({ meeting: 'is_cancelled' })
  if (status !== 'planned' || heldOn < todayInOslo(now)) throw badInput({ meeting: 'is_over' })
}

const writeTo = (
  { db }: Context,
  ids: readonly string[],
  kind: 'invitation' | 'reminder' | 'withdrawn',
  text?: string | null,
) => db.$queryRaw`SELECT write_to_invitees(${ids}::uuid[], ${kind}::letter_kind, ${text?.trim() || null})`

const hourInMs = 3_600_000

const message = 'What is to stand in the letter beside when and where. At most 2,000 characters.'

builder.mutationField('inviteToMeeting', (t) =>
  t.prismaField({
    description:
      'Invites seats of the body and guests to a meeting that is ahead, by letter with a calendar part. Who is invited already is written to again only if the invitation was taken back.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      meeting: t.arg.globalID(known.id),
      seats: t.arg.globalIDList({ description: 'Which seats.', required: true, for: Seat }),
      guests: t.arg({ description: 'Which guests.', type: [GuestInput], required: true, defaultValue: [] }),
      message: t.arg.string({ description: message }),
    },
    resolve: async (query, _root, { meeting: { id }, seats, guests, message }, context) => {
      const { db } = context
      await keepMeeting({ id, kind: 'invite_to_meeting', right: 'register:mend' }, context, async (meeting) => {
        assertIsAhead(meeting, context)
        const faults = faultsOf(InviteRules, { seats, guests, message })
        if (faults) throw badInput(faults)
        if (!seats.length && !guests.length) throw badInput({ seats: 'required' })
        const seatIds = [...new Set(seats.map((seat) => seat.id))]
        const theirs = await db.seat.count({ where: { id: { in: seatIds }, bodyId: meeting.bodyId } })
        if (theirs !== seatIds.length) throw badInput({ seats: 'not_found' })
        const items = await db.agendaItem.findMany({ where: { meetingId: id }, select: { id: true } })
        const wrong = guests.findIndex(({ item }) => item && !items.some((one) => one.id === item.id))
        if (wrong >= 0) throw badInput({ [`guests.${wrong}.item`]: 'not_found' })

        const before = await db.invitee.findMany({ where: { meetingId: id } })
        const back = before.filter(({ seatId, withdrawnAt }) => withdrawnAt && seatId && seatIds.includes(seatId))
        const again = { withdrawnAt: null, answer: null, note: null, answeredAt: null, answeredBy: null }
        await db.invitee.updateMany({ where: { id: { in: back.map((one) => one.id) } }, data: again })
        const fresh = [
          ...seatIds
            .filter((seatId) => !before.some((one) => one.seatId === seatId))
            .map((seatId) => ({ id: newId(), meetingId: id, seatId })),
          ...guests
            .map(({ guest, email, item }) => ({
              id: newId(),
              meetingId: id,
              guest: guest.trim(),
              email: email.trim().toLowerCase(),
              agendaItemId: item?.id ?? null,
            }))
            .filter((one, nth, all) => ![...before, ...all.slice(0, nth)].some((other) => isSameGuest(one, other))),
        ]
        await db.invitee.createMany({ data: fresh })
        await writeTo(
          context,
          [...back, ...fresh].map((one) => one.id),
          'invitation',
          message,
        )
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

type Guest = { email: string | null; agendaItemId: string | null; withdrawnAt?: Date | null }
const isSameGuest = (one: Guest, other: Guest): boolean =>
  one.email === other.email && one.agendaItemId === other.agendaItemId && !other.withdrawnAt

builder.mutationField('remindInvitees', (t) =>
  t.prismaField({
    description:
      'Writes once more to those who are invited to a meeting, or asked to stand in, and have not answered; once an hour at most.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: { meeting: t.arg.globalID(known.id), message: t.arg.string({ description: message }) },
    resolve: async (query, _root, { meeting: { id }, message }, context) => {
      const { db } = context
      await keepMeeting({ id, kind: 'remind_invitees', right: 'register:mend' }, context, async (meeting) => {
        assertIsAhead(meeting, context)
        const faults = faultsOf(InviteRules, { seats: [], guests: [], message })
        if (faults) throw badInput(faults)
        const silent = await db.invitee.findMany({
          where: { meetingId: id, withdrawnAt: null, OR: [{ answer: null }, { standIn: 'asked' }] },
          select: { id: true },
        })
        if (!silent.length) throw badInput({ meeting: 'all_answered' })
        const anHourAgo = new Date(context.now.getTime() - hourInMs)
        const justNow = { kind: 'reminder', createdAt: { gt: anHourAgo }, invitee: { meetingId: id } } as const
        if (await db.letter.findFirst({ where: justNow, select: { id: true } })) throw badInput({ meeting: 'reminded' })
        await writeTo(
          context,
          silent.map((one) => one.id),
          'reminder',
          message,
        )
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

/** The meeting of somebody who is invited, and not taken back. */
async function meetingOf(id: string, { db }: Context): Promise<string> {
  const found = await db.invitee.findUnique({ where: { id, withdrawnAt: null }, select: { meetingId: true } })
  if (!found) throw notFound()
  return found.meetingId
}

builder.mutationField('withdrawInvitee', (t) =>
  t.prismaField({
    description: 'Takes the invitation of somebody to a meeting back, and writes it to them.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: { id: t.arg.globalID({ description: 'Who.', required: true, for: Invitee }) },
    resolve: async (query, _root, { id: { id } }, context) => {
      const { db, now } = context
      const meetingId = await meetingOf(id, context)
      await keepMeeting(
        { id: meetingId, kind: 'withdraw_invitee', right: 'register:mend' },
        context,
        async (meeting) => {
          assertIsAhead(meeting, context)
          await writeTo(context, [id], 'withdrawn')
          await db.invitee.updateMany({ where: { id }, data: { withdrawnAt: now } })
        },
      )
      return db.meeting.findUniqueOrThrow({ ...query, where: { id: meetingId } })
    },
  }),
)

builder.mutationField('answerInvitation', (t) =>
  t.prismaField({
    description:
      'Answers for somebody who is invited to a meeting: who sits in the seat, or who keeps the body and was told. When nobody of the seat comes, who stands in is asked by letter.',
    authScopes: { can: 'invitation:answer' },
    type: Invitee,
    args: {
      id: t.arg.globalID({ description: 'Who.', required: true, for: Invitee }),
      answer: t.arg({ description: 'What.', type: InvitationAnswer, required: true }),
      note: t.arg.string({ description: 'What they add, at most 500 characters; left out, it is as it was.' }),
    },
    resolve: async (query, _root, { id: { id }, answer, note }, context) => {
      const { db, now, viewer } = context
      const faults = faultsOf(InviteRules, { seats: [], guests: [], note })
      if (faults) throw badInput(faults)
      const said = note === undefined ? {} : { note: note?.trim() || null }
      // What was added is not for whoever had answered by a letter.
      const data = { answer, ...said, answeredAt: now, answeredBy: null }
      const own = await db.invitee.findFirst({
        where: { id, withdrawnAt: null, seatId: { in: seatsOf(viewer) } },
        select: { meeting: { select: { status: true, heldOn: true } } },
      })
      if (own) {
        assertIsAhead(own.meeting as Kept, context)
        await db.invitee.updateMany({ where: { id }, data })
      } else {
        const known = { id: await meetingOf(id, context), kind: 'answer_for_invitee', right: 'register:mend' } as const
        await keepMeeting(known, context, async (meeting) => {
          assertIsAhead(meeting, context)
          await db.invitee.updateMany({ where: { id }, data })
        })
      }
      return db.invitee.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
