import { error } from '@sveltejs/kit'
import { shownOf } from '#lib/list/narrow'
import { askShared } from './shared.server'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent()
  if (!viewer?.roles.some(({ kind }) => kind === 'OPERATOR')) error(403)
  return { list: shownOf(await askShared(event), event.url.searchParams) }
}
