import { nothingKnown } from '#lib/form/kinds'
import { othersIn } from '#lib/form/known'
import { draftOf } from '#lib/form/state'
import { Desk_Meetings } from '#lib/meetings/asked'
import { hiddenFrom, isSeen, seenBy, type Audience } from '#lib/preview'
import { askDesk } from '#lib/server/desk'
import { nounOf } from '#lib/server/things'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  const known = { ...nothingKnown, others: othersIn(thing) }
  const { fields, type } = nounOf(event.params)
  const { slug, thing: body } = event.params
  const address = { municipality: slug, slug: body }
  const meetings = type === 'Body' ? ((await askDesk(event, Desk_Meetings, address)).body?.meetings ?? []) : []
  const audience: Audience = event.url.searchParams.get('som') === 'nabo' ? 'neighbour' : 'citizen'
  const seen = seenBy(thing, audience)
  return {
    audience,
    known,
    all: draftOf(thing, fields),
    seen: draftOf(seen, fields),
    seenThing: seen,
    hidden: hiddenFrom(thing, audience),
    meetings: meetings.map((meeting) => ({ ...meeting, isSeen: isSeen(meeting.visibility, audience) })),
  }
}
