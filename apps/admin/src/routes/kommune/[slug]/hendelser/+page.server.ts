import { error } from '@sveltejs/kit'
import { askActs } from './acts.server'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('HISTORY_READ')) error(403)
  return { list: await askActs(event) }
}
