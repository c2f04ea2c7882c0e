import { error } from '@sveltejs/kit'
import { Desk_Documents } from '#lib/documents'
import { askDesk } from '#lib/server/desk'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  const [text, after] = [event.url.searchParams.get('sok')?.trim() ?? '', event.url.searchParams.get('etter')]
  const filter = { municipality: event.params.slug, title: text || null }
  const { documents } = await askDesk(event, Desk_Documents, { filter, after })
  return { text, documents }
}
