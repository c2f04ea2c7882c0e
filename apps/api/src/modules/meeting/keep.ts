import type { Prisma } from '@samrad/db'
import type { Right } from '../../auth/rights.ts'
import type { Context } from '../../context.ts'
import { act, assertMay, notFound, takeVersion } from '../../register/acts.ts'
import { versionDescription } from '../../register/inputs.ts'
import { Meeting } from './meeting.ts'

const kept = {
  id: true,
  heldOn: true,
  startsAt: true,
  endsAt: true,
  place: true,
  status: true,
  visibility: true,
  agendaState: true,
  bodyId: true,
  body: { select: { homeMunicipalityId: true, validFrom: true, validTo: true } },
} as const satisfies Prisma.MeetingSelect
export type Kept = Prisma.MeetingGetPayload<{ select: typeof kept }>

/** The arguments of every act on a meeting. */
export const known = {
  id: { description: 'Id of the meeting.', required: true, for: Meeting },
  version: { description: versionDescription, required: true },
} as const

export const assertMayMeet = (context: Context, right: Right, { body, bodyId }: Pick<Kept, 'bodyId' | 'body'>): void =>
  assertMay(context, right, { home: body.homeMunicipalityId, thing: bodyId })

type Act = { id: string; kind: string; right: Right; version?: number }

/**
 * Does something with a meeting as one act, after anybody else who is at it. Throws `NOT_FOUND`, `FORBIDDEN`, or, when
 * `version` is given and not the present one, `CONFLICT`.
 */
export async function keepMeeting<Result>(
  { id, version, kind, right }: Act,
  context: Context,
  work: (meeting: Kept) => Promise<Result>,
): Promise<Result> {
  const { db } = context
  const found = await db.meeting.findUnique({ where: { id }, select: kept })
  if (!found) throw notFound()
  assertMayMeet(context, right, found)
  const done = { kind, noun: 'Meeting', objectId: id, municipalityId: found.body.homeMunicipalityId }
  return act(context, done, async () => {
    await db.$queryRaw`SELECT id FROM meeting WHERE id = ${id}::uuid FOR UPDATE`
    if (version !== undefined) await takeVersion(db, id, version)
    // As it is now that nobody else is at it.
    return work(await db.meeting.findUniqueOrThrow({ where: { id }, select: kept }))
  })
}
