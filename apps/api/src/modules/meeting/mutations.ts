import { newId, type Db } from '@samrad/db'
import { faultsOf, MeetingRules } from '@samrad/schema'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { isInForce } from '../../in-force.ts'
import { act, assertMay, notFound, takeVersion } from '../../register/acts.ts'
import { versionDescription } from '../../register/inputs.ts'
import { Visibility } from '../../visibility.ts'
import { Body } from '../body/body.ts'
import { Meeting, MeetingStatus } from './meeting.ts'

const MeetingInput = builder.inputType('MeetingInput', {
  description: 'A meeting of a body.',
  fields: (t) => ({
    heldOn: t.field({ description: 'The day, in Norway.', type: 'Date', required: true }),
    startsAt: t.string({ description: 'Norwegian time of day, `13:00`; left out when not known.' }),
    endsAt: t.string({ description: 'Norwegian time of day, `15:30`; left out when not known.' }),
    place: t.string({ description: 'Where.' }),
    status: t.field({ description: 'What became of it.', type: MeetingStatus, defaultValue: 'planned' }),
    round: t.string({ description: 'Label of the round that several bodies share, such as «1/19».' }),
  }),
})
type Given = typeof MeetingInput.$inferInput

const home = { select: { id: true, homeMunicipalityId: true } } as const
type Home = { id: string; homeMunicipalityId: string }

async function columnsOf(given: Given, { homeMunicipalityId }: Home, db: Db) {
  const faults = faultsOf(MeetingRules, given)
  if (faults)
    throw badInput(Object.fromEntries(Object.entries(faults).map(([path, fault]) => [`state.${path}`, fault])))
  const { heldOn, startsAt, endsAt, place, status, round } = given
  return {
    heldOn,
    startsAt: startsAt ?? null,
    endsAt: endsAt ?? null,
    place: place?.trim() || null,
    status: status ?? 'planned',
    roundId: round ? await roundOf(db, homeMunicipalityId, heldOn.getUTCFullYear(), round.trim()) : null,
  }
}

async function roundOf(db: Db, homeMunicipalityId: string, year: number, label: string): Promise<string> {
  const found = await db.meetingRound.findFirst({ where: { homeMunicipalityId, year, label }, select: { id: true } })
  if (found) return found.id
  const id = newId()
  await db.meetingRound.createMany({ data: [{ id, homeMunicipalityId, year, label }] })
  return id
}

const assertMayMend = (context: Context, { id, homeMunicipalityId }: Home) =>
  assertMay(context, 'register:mend', { home: homeMunicipalityId, thing: id })

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
        select: { ...home.select, validFrom: true, validTo: true },
      })
      if (!body) throw notFound()
      assertMayMend(context, body)
      if (!isInForce(body, state.heldOn)) throw badInput({ 'state.heldOn': 'outside_period' })
      if (visibility && visibility !== 'internal')
        assertMay(context, 'register:keep', { home: body.homeMunicipalityId })
      const id = newId()
      const done = { kind: 'create', noun: 'Meeting', objectId: id, municipalityId: body.homeMunicipalityId }
      await act(context, done, async () => {
        const columns = await columnsOf(state, body, db)
        await db.meeting.createMany({ data: [{ id, bodyId, visibility: visibility ?? 'internal', ...columns }] })
        await db.fact.createMany({ data: [{ id, meetingId: id }] })
      })
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

async function keepMeeting(
  { id, version, kind }: { id: string; version: number; kind: string },
  right: 'register:mend' | 'register:keep',
  context: Context,
  work: (body: Home) => Promise<unknown>,
): Promise<void> {
  const { db } = context
  const meeting = await db.meeting.findUnique({ where: { id }, select: { body: home } })
  if (!meeting) throw notFound()
  const { body } = meeting
  assertMay(context, right, { home: body.homeMunicipalityId, thing: body.id })
  const done = { kind, noun: 'Meeting', objectId: id, municipalityId: body.homeMunicipalityId }
  await act(context, done, async () => {
    await takeVersion(db, id, version)
    await work(body)
  })
}

const known = {
  id: { description: 'Id of the meeting.', required: true, for: Meeting },
  version: { description: versionDescription, required: true },
} as const

builder.mutationField('correctMeeting', (t) =>
  t.prismaField({
    description:
      'Says what is known of a meeting now: that it was moved, cancelled, held. All of it is given; what is left out is emptied.',
    authScopes: { can: 'register:mend' },
    type: Meeting,
    args: {
      id: t.arg.globalID(known.id),
      version: t.arg.int(known.version),
      state: t.arg({ description: 'What is known of it.', type: MeetingInput, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, state }, context) => {
      const { db } = context
      await keepMeeting({ id, version, kind: 'correct' }, 'register:mend', context, async (body) =>
        db.meeting.updateMany({ where: { id }, data: await columnsOf(state, body, db) }),
      )
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)

builder.mutationField('setMeetingVisibility', (t) =>
  t.prismaField({
    description: 'Decides who sees a meeting. What is withdrawn is gone at once.',
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
      await keepMeeting({ id, version, kind: 'set_visibility' }, 'register:keep', context, () =>
        db.meeting.updateMany({ where: { id }, data: { visibility } }),
      )
      return db.meeting.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
