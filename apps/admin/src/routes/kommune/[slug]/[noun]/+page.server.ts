import { askedOf, narrowed, pageOf } from '#lib/list/narrow'
import { askRows } from '#lib/server/rows'
import { nounOf } from '#lib/server/things'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const noun = nounOf(event.params)
  const all = await askRows(event, noun)
  const asked = askedOf(event.url.searchParams)
  const found = narrowed(all, asked)
  return { noun: noun.path, asked, total: all.length, found: found.length, ...pageOf(found, asked.page) }
}
