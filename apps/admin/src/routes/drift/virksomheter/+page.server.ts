import { error } from '@sveltejs/kit'
import { askSharedOrganisations } from '#lib/server/organisations'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent()
  if (!viewer?.roles.some(({ kind }) => kind === 'OPERATOR')) error(403)
  const text = event.url.searchParams.get('sok')?.trim() ?? ''
  const all = await askSharedOrganisations(event)
  const isFound = (name: string) => name.toLocaleLowerCase('nb').includes(text.toLocaleLowerCase('nb'))
  return { text, organisations: all.filter(({ name }) => isFound(name)) }
}
