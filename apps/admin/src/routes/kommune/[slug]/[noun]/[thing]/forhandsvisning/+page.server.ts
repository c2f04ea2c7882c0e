import { nothingKnown } from '#lib/form/kinds'
import { othersIn } from '#lib/form/known'
import { draftOf } from '#lib/form/state'
import { hiddenFrom, seenBy, type Audience } from '#lib/preview'
import { nounOf } from '#lib/server/things'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  const known = { ...nothingKnown, others: othersIn(thing) }
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
