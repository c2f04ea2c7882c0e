import { shownOf } from '#lib/list/narrow'
import { askThings } from '#lib/server/lists'
import { nounOf } from '#lib/server/things'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const noun = nounOf(event.params)
  return { noun: noun.path, list: shownOf(await askThings(event, noun), event.url.searchParams) }
}
