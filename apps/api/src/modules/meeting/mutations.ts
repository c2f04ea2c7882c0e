import { newId, type Db } from '@samrad/db'
import { faultsOf, MeetingRules } from '@samrad/schema'
import { builder } from '../../builder.ts'
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

async function columnsOf({ round, status, ...given }: Given, homeMunicipalityId: string, db: Db) {
  const year = given.heldOn.getUTCFullYear()
  return {
    ...placeColumns(given),
    ...(status ? { status } : {}),
    roundId: round ? await roundOf(db, homeMunicipalityId, year, round.trim()) : null,
  }
}

async function roundOf(db: Db, homeMunicipalityId: string, year: number, label: string): Promise<string> {
  const found = await db.meetingRound.findFirst({ where: { homeMunicipalityId, year, label }, select: { id: true } })
  if (found) return found.id
  const id = newId()
  await db.meetingRound.createMany({ data: [{ id, homeMunicipalityId, year, label }] })
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
      const { db } = context
      const body = await db.body.findUnique({
        where: { id: bodyId },
        select: { homeMunicipalityId: true, validFrom: true, validTo: true },
      })
      if (!body) throw notFound()
      const { homeMunicipalityId } = body
      assertMayMeet(context, 'register:mend', { bodyId, body })
      assertMeets(state, body, 'state')
      if (visibility && visibility !== 'internal') assertMay(context, 'register:keep', { home: homeMunicipalityId })
      const id = newId()
      const done = { kind: 'create', noun: 'Meeting', objectId: id, municipalityId: homeMunicipalityId }
      await act(context, done, async () => {
        const columns = await columnsOf(state, homeMunicipalityId, db)
        await db.meeting.createMany({ data: [{ id, bodyId, visibility: visibility ?? 'internal', ...columns }] })
        await db.fact.createMany({ data: [{ id, meetingId: id }] })
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('correctMeeting', (t) =>
  t.prismaField({
    description:
      'Mends what was entered wrongly about a meeting, without a word to anybody. All of it is given; what is left out is emptied, but for its state. See moveMeeting and cancelMeeting for what happened to it.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      state: t.arg({ description: 'What is known of it.', type: MeetingInput, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, state }, context) => {
      const { db } = context
      await keepMeeting({ id, version, kind: 'correct', right: 'register:mend' }, context, async ({ body, heldOn }) => {
        // The day it stands on may be outside what its body became since.
        const isDayKept = heldOn.getTime() === state.heldOn.getTime()
        assertMeets(state, isDayKept ? always : body, 'state')
        const data = await columnsOf(state, body.homeMunicipalityId, db)
        await db.meeting.updateMany({ where: { id }, data })
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
