import { draftOf } from '#lib/form/state'
import { hiddenFrom, seenBy, type Audience } from '#lib/preview'
import { askKnown, nounOf } from '#lib/server/things'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const [{ thing }, known] = await Promise.all([event.parent(), askKnown(event)])
  const { fields } = nounOf(event.params)
  const audience: Audience = event.url.searchParams.get('som') === 'nabo' ? 'neighbour' : 'citizen'
  const seen = seenBy(thing, audience)
  return {
    audience,
    known,
    all: draftOf(thing, fields),
    seen: draftOf(seen, fields),
    seenThing: seen,
    hidden: hiddenFrom(thing, audience),
  }
}
