import { error } from '@sveltejs/kit'
import { shownOf } from '#lib/list/narrow'
import { askDocuments } from './documents.server'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  return { list: shownOf(await askDocuments(event), event.url.searchParams) }
}
