import { nothingKnown } from '#lib/form/kinds'
import { othersIn } from '#lib/form/known'
import { draftOf } from '#lib/form/state'
import { nounOf } from '#lib/server/things'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  const known = { ...nothingKnown, others: othersIn(thing) }
  return { draft: draftOf(thing, nounOf(event.params).fields), known }
}
