import { draftOf } from '#lib/form/state'
import { askKnown, nounOf } from '#lib/server/things'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const [{ thing }, known] = await Promise.all([event.parent(), askKnown(event)])
  return { draft: draftOf(thing, nounOf(event.params).fields), known }
}
