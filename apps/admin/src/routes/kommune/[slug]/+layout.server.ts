import { graphql } from '@samrad/schema/admin'
import { error } from '@sveltejs/kit'
import { askDesk } from '#lib/server/desk'
import type { LayoutServerLoad } from './$types'

const Municipality_Desk = graphql(`
  query Municipality_Desk($slug: String!) {
    municipality(slug: $slug) {
      slug
      name
      rights
    }
  }
`)

export const load: LayoutServerLoad = async (event) => {
  const { municipality } = await askDesk(event, Municipality_Desk, { slug: event.params.slug })
  if (!municipality) error(404)
  return { municipality }
}
