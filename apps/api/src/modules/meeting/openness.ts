import type { Db } from '@samrad/db'
import { ApiError } from '../../errors.ts'
import { isOrderOf, type Openness } from './rules.ts'

type Given = { visibility?: Openness['visibility'] | null | undefined; legalGround?: string | null | undefined }

/** Who reads an item, as it is stored: what is public needs no law to be closed by. */
export const opennessOf = ({ visibility, legalGround }: Given) => ({
  visibility: visibility ?? ('internal' as const),
  legalGround: visibility === 'public' ? null : legalGround?.trim() || null,
})

/** Throws `CONFLICT` when `order` does not name the items of an agenda as they are. */
export async function assertAll(order: string[], meetingId: string, db: Db): Promise<void> {
  const items = await db.agendaItem.findMany({ where: { meetingId }, select: { id: true } })
  if (
    isOrderOf(
      order,
      items.map(({ id }) => id),
    )
  )
    return
  const found = await db.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { agendaVersion: true } })
  throw new ApiError('CONFLICT', 'The agenda has other items than you saw.', { version: found.agendaVersion })
}
