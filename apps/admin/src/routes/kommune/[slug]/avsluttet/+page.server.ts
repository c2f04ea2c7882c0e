import { graphql } from '@samrad/schema/admin'
import { error } from '@sveltejs/kit'
import { nouns } from '#lib/nouns/index'
import { askDesk } from '#lib/server/desk'
import type { PageServerLoad } from './$types'

const Desk_Ended = graphql(`
  query Desk_Ended($municipality: String!) {
    endedThings(municipality: $municipality) {
      id
      type
      slug
      name
      endedOn
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  const { endedThings } = await askDesk(event, Desk_Ended, { municipality: event.params.slug })
  return {
    ended: endedThings.map(({ type, slug, ...thing }) => ({
      ...thing,
      href: `/kommune/${event.params.slug}/${nouns.find((noun) => noun.type === type)?.path ?? ''}/${slug}`,
    })),
  }
}
