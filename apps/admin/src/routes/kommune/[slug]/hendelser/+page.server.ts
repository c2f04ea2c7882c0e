import { graphql } from '@samrad/schema/admin'
import { error } from '@sveltejs/kit'
import { nouns } from '#lib/nouns/index'
import { askDesk } from '#lib/server/desk'
import type { PageServerLoad } from './$types'

const Desk_Acts = graphql(`
  query Desk_Acts($municipality: String!, $after: String) {
    acts(filter: { municipality: $municipality }, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        at
        by
        noun
        isUndone
        name
        slug
      }
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('HISTORY_READ')) error(403)
  const after = event.url.searchParams.get('etter')
  const { acts } = await askDesk(event, Desk_Acts, { municipality: event.params.slug, after })
  const pathOf = (noun: string) => nouns.find(({ type }) => type === noun)?.path
  return {
    total: acts.totalCount,
    next: acts.pageInfo.hasNextPage ? acts.pageInfo.endCursor : null,
    acts: acts.nodes.map(({ noun, slug, ...act }) => {
      const path = pathOf(noun)
      return { ...act, noun, href: path && slug ? `/kommune/${event.params.slug}/${path}/${slug}/historikk` : null }
    }),
  }
}
