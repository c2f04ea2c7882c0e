import { newId } from '@samrad/db'
import { faultsOf, MeetingRules } from '@samrad/schema'
import { todayInOslo } from '../../as-of.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { isInForce } from '../../in-force.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { Visibility } from '../../visibility.ts'
import { Body } from '../body/body.ts'
import { assertMayMeet, keepMeeting, known } from './keep.ts'
import { Meeting, MeetingStatus } from './meeting.ts'
import { isMoreOpen, lacksGround } from './rules.ts'

const MeetingInput = builder.inputType('MeetingInput', {
  description: 'A meeting of a body.',
  fields: (t) => ({
    heldOn: t.field({ description: 'The day, in Norway.', type: 'Date', required: true }),
    startsAt: t.string({ description: 'Norwegian time of day, `13:00`; left out when not known.' }),
    endsAt: t.string({ description: 'Norwegian time of day, `15:30`; left out when not known.' }),
    place: t.string({ description: 'Where.' }),
    status: t.field({
      description: 'What became of it; left out it is planned, or in a correction as it was.',
      type: MeetingStatus,
    }),
    round: t.string({ description: 'Label of the round that several bodies share, such as «1/19».' }),
  }),
})
type Given = typeof MeetingInput.$inferInput

/** When and where a meeting is, as it was typed. */
export type Place = Pick<Given, 'heldOn' | 'startsAt' | 'endsAt' | 'place'>

const always = { validFrom: null, validTo: null }

/** Throws `BAD_USER_INPUT` for what cannot be when and where a meeting of the body is; the fields stand under `path`. */
export function assertMeets(
  given: Place & { round?: string | null },
  body: Parameters<typeof isInForce>[0],
  path: string,
): void {
  const faults = faultsOf(MeetingRules, given)
  if (faults)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([field, fault]) => [`${path}.${field}`, fault])))
  if (!isInForce(body, given.heldOn)) throw badInput({ [`${path}.heldOn`]: 'outside_period' })
}

/** When and where a meeting is, as it is stored. */
export const placeColumns = ({ heldOn, startsAt, endsAt, place }: Place) => ({
  heldOn,
  startsAt: startsAt ?? null,
  endsAt: endsAt ?? null,
  place: place?.trim() || null,
})

type Placed = ReturnType<typeof placeColumns>
/** Whether a meeting begins at another time, and whether it ends at another or is elsewhere. */
const differs = (one: Placed, other: Placed): [boolean, boolean] => [
  one.heldOn.getTime() !== other.heldOn.getTime() || one.startsAt !== other.startsAt,
  one.endsAt !== other.endsAt || one.place !== other.place,
]

const columnsOf = ({ status, ...given }: Given, roundId: string | null) => ({
  ...placeColumns(given),
  ...(status ? { status } : {}),
  roundId,
})

/** The round of a meeting, brought into being by an act of its own: it stays when the meeting is undone, for the others in it. */
async function roundOf({ round, heldOn }: Given, municipalityId: string, context: Context): Promise<string | null> {
  const { db } = context
  const label = round?.trim()
  if (!label) return null
  const key = { homeMunicipalityId: municipalityId, year: heldOn.getUTCFullYear(), label }
  const found = await db.meetingRound.findFirst({ where: key, select: { id: true } })
  if (found) return found.id
  const id = newId()
  await act(context, { kind: 'create', noun: 'MeetingRound', objectId: id, municipalityId }, () =>
    db.meetingRound.createMany({ data: [{ id, ...key }] }),
  )
  return id
}

/** The body of a meeting that the viewer may mend. */
async function homeOf(id: string, context: Context) {
  const meeting = await context.db.meeting.findUnique({
    where: { id },
    select: { bodyId: true, body: { select: { homeMunicipalityId: true, validFrom: true, validTo: true } } },
  })
  if (!meeting) throw notFound()
  assertMayMeet(context, 'register:mend', meeting)
  return meeting.body
}

type New = {
  bodyId: string
  visibility: 'public' | 'neighbours' | 'internal' | null | undefined
  state: Given
  path: string
}

/** Plans one meeting, as an act of its own. What is wrong with it stands under `path`. */
async function create({ bodyId, visibility, state, path }: New, context: Context): Promise<string> {
  const { db } = context
  const body = await db.body.findUnique({
    where: { id: bodyId },
    select: { homeMunicipalityId: true, validFrom: true, validTo: true },
  })
  if (!body) throw notFound()
  const { homeMunicipalityId } = body
  assertMayMeet(context, 'register:mend', { bodyId, body })
  assertMeets(state, body, path)
  if (visibility && visibility !== 'internal') assertMay(context, 'register:keep', { home: homeMunicipalityId })
  const id = newId()
  const done = { kind: 'create', noun: 'Meeting', objectId: id, municipalityId: homeMunicipalityId }
  const columns = columnsOf(state, await roundOf(state, homeMunicipalityId, context))
  await act(context, done, async () => {
    await db.meeting.createMany({ data: [{ id, bodyId, visibility: visibility ?? 'internal', ...columns }] })
    await db.fact.createMany({ data: [{ id, meetingId: id }] })
  })
  return id
}

builder.mutationField('createMeeting', (t) =>
  t.prismaField({
    description: 'Plans a meeting of a body.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      body: t.arg.globalID({ description: 'Which body.', required: true, for: Body }),
      visibility: t.arg({
        description: 'Who sees it; never more than see the body. The home’s to say.',
        type: Visibility,
        defaultValue: 'internal',
      }),
      state: t.arg({ description: 'What is known of it.', type: MeetingInput, required: true }),
    },
    resolve: async (query, _root, { body: { id: bodyId }, visibility, state }, context) => {
      const id = await create({ bodyId, visibility, state, path: 'state' }, context)
      return context.db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

const PlannedMeeting = builder.inputType('PlannedMeeting', {
  description: 'A meeting of a plan.',
  fields: (t) => ({
    body: t.globalID({ description: 'Which body.', required: true, for: Body }),
    visibility: t.field({
      description: 'Who sees it; never more than see the body. The home’s to say.',
      type: Visibility,
      defaultValue: 'internal',
    }),
    state: t.field({ description: 'What is known of it.', type: MeetingInput, required: true }),
  }),
})

builder.mutationField('planMeetings', (t) =>
  t.prismaField({
    description:
      'Plans several meetings at once, of one body or of several: all of them or none. Each is an act that can be undone by itself.',
    authScopes: { can: 'register:mend' },
    type: [Meeting],
    args: {
      meetings: t.arg({ description: 'Which, 1 to 100.', type: [PlannedMeeting], required: true }),
    },
    resolve: async (query, _root, { meetings }, context) => {
      if (!meetings.length || meetings.length > 100)
        throw badInput({ meetings: meetings.length ? 'too_many' : 'required' })
      const ids: string[] = []
      for (const [nth, { body, visibility, state }] of meetings.entries())
        ids.push(await create({ bodyId: body.id, visibility, state, path: `meetings.${nth}.state` }, context))
      const made = await context.db.meeting.findMany({ ...query, where: { id: { in: ids } } })
      return made.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    },
  }),
)

builder.mutationField('correctMeeting', (t) =>
  t.prismaField({
    description:
      'Mends what was entered wrongly about a meeting, without a word to anybody but those who are invited to it, when it is at another time or place. All of it is given; what is left out is emptied, but for its state. See moveMeeting and cancelMeeting for what happened to it.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      state: t.arg({ description: 'What is known of it.', type: MeetingInput, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, state }, context) => {
      const { db } = context
      const roundId = await roundOf(state, (await homeOf(id, context)).homeMunicipalityId, context)
      await keepMeeting({ id, version, kind: 'correct', right: 'register:mend' }, context, async (before) => {
        const { body, heldOn } = before
        // The day it stands on may be outside what its body became since.
        const isDayKept = heldOn.getTime() === state.heldOn.getTime()
        assertMeets(state, isDayKept ? always : body, 'state')
        await db.meeting.updateMany({ where: { id }, data: columnsOf(state, roundId) })
        const [isOtherTime, isElsewhere] = differs(before, placeColumns(state))
        // Who is invited has the wrong day in their calendar.
        if (state.heldOn >= todayInOslo(context.now) && (isOtherTime || isElsewhere))
          await db.$queryRaw`SELECT tell_invitees_of_correction(${id}::uuid, ${isOtherTime})::text`
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('setMeetingVisibility', (t) =>
  t.prismaField({
    description:
      'Decides who sees a meeting. What is withdrawn is gone at once, with what is on its agenda. A published agenda is a draft again when more people come to see the meeting and not all its items, until it is said by which law.',
    authScopes: { can: 'register:keep' },
    type: Meeting,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      visibility: t.arg({
        description: 'Who sees it; never more than see the body.',
        type: Visibility,
        required: true,
      }),
    },
    resolve: async (query, _root, { id: { id }, version, visibility }, context) => {
      const { db } = context
      await keepMeeting({ id, version, kind: 'set_visibility', right: 'register:keep' }, context, async (meeting) => {
        const items = await db.agendaItem.findMany({ where: { meetingId: id } })
        // Who comes to see the meeting would be refused items without being told the law.
        const isUndecided =
          meeting.agendaState === 'published' && items.some((item) => lacksGround(item, { visibility }))
        const agenda = isUndecided && isMoreOpen({ visibility }, meeting) ? { agendaState: 'draft' as const } : {}
        await db.meeting.updateMany({ where: { id }, data: { visibility, ...agenda } })
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
