import type { Prisma } from '@samrad/db'
import type { Right } from '../../auth/rights.ts'
import type { Context } from '../../context.ts'
import { ApiError } from '../../errors.ts'
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
  agendaVersion: true,
  bodyId: true,
  body: { select: { homeMunicipalityId: true, validFrom: true, validTo: true } },
} as const satisfies Prisma.MeetingSelect
export type Kept = Prisma.MeetingGetPayload<{ select: typeof kept }>

/** The arguments of every act on a meeting. */
export const known = {
  id: { description: 'Id of the meeting.', required: true, for: Meeting },
  version: { description: versionDescription, required: true },
  agendaVersion: {
    description: 'The version of the agenda that was seen. When it is not the present one, the answer is CONFLICT.',
    required: true,
  },
} as const

export const assertMayMeet = (context: Context, right: Right, { body, bodyId }: Pick<Kept, 'bodyId' | 'body'>): void =>
  assertMay(context, right, { home: body.homeMunicipalityId, thing: bodyId })

type Act = {
  id: string
  kind: string
  right: Right
  /** The version of the meeting that was seen, or that of its agenda. */
  version?: number
  agendaVersion?: number
}

/**
 * Does something with a meeting as one act, after anybody else who is at it. Throws `NOT_FOUND`, `FORBIDDEN`, or, when
 * a version is given and not the present one, `CONFLICT`.
 */
export async function keepMeeting<Result>(
  { id, version, agendaVersion, kind, right }: Act,
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
    const meeting = await db.meeting.findUniqueOrThrow({ where: { id }, select: kept })
    if (agendaVersion !== undefined) assertSeen(agendaVersion, meeting.agendaVersion)
    return work(meeting)
  })
}

/** Throws `CONFLICT` with the present version when another was seen. */
export function assertSeen(seen: number, present: number): void {
  if (seen !== present) throw new ApiError('CONFLICT', 'It was changed since you saw it.', { version: present })
}
