import { graphql } from '@samrad/schema/admin'
import { error } from '@sveltejs/kit'
import { nouns } from '#lib/nouns/index'
import { askDesk } from '#lib/server/desk'
import type { PageServerLoad } from './$types'

const Desk_Dormant = graphql(`
  query Desk_Dormant($municipality: String!) {
    dormantThings(municipality: $municipality) {
      id
      type
      slug
      name
      beginsOn
      endedOn
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  const { dormantThings } = await askDesk(event, Desk_Dormant, { municipality: event.params.slug })
  return {
    ended: dormantThings.map(({ type, slug, ...thing }) => ({
      ...thing,
      href: `/kommune/${event.params.slug}/${nouns.find((noun) => noun.type === type)?.path ?? ''}/${slug}`,
    })),
  }
}
