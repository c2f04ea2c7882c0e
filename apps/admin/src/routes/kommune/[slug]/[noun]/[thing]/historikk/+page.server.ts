import { error } from '@sveltejs/kit'
import { askActsOn } from '#lib/server/history'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (!thing.rights.includes('HISTORY_READ')) error(403)
  return { acts: await askActsOn(event, thing.id) }
}
