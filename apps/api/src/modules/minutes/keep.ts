import { newId, type Db } from '@samrad/db'
import { badInput } from '../../errors.ts'
import { refusalOf } from './rules.ts'

export type Step = Parameters<typeof refusalOf>[0]
export type Present = { id: string; state: 'draft' | 'sent' | 'approved' | 'published'; version: number }

/** The minutes of a meeting, if a step may be taken with them. */
export async function minutesFor(step: Step, meetingId: string, path: string, db: Db): Promise<Present | null> {
  const minutes = await db.minutes.findUnique({
    where: { meetingId },
    select: { id: true, state: true, version: true },
  })
  const refusal = refusalOf(step, minutes?.state ?? null)
  if (refusal) throw badInput({ [path]: refusal })
  return minutes
}

/** The id of the minutes of a meeting, if they may be written in; who writes first begins them. */
export async function minutesToWrite(meeting: { id: string }, path: string, db: Db): Promise<string> {
  const minutes = await minutesFor('write', meeting.id, path, db)
  if (minutes) return minutes.id
  const id = newId()
  await db.minutes.createMany({ data: [{ id, meetingId: meeting.id }] })
  return id
}
