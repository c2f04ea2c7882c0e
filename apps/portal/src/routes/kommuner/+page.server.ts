import { graphql } from '@samrad/schema/open'
import { askOpenDoor } from '#lib/server/ask'
import type { PageServerLoad } from './$types'

const PortalMunicipalities_List = graphql(`
  query PortalMunicipalities_List($after: String) {
    municipalities(first: 100, after: $after, filter: { country: "NO" }) {
      totalCount
      nodes {
        slug
        name
        number
        countyName
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const load: PageServerLoad = async ({ url }) => {
  const { municipalities } = await askOpenDoor(PortalMunicipalities_List, { after: url.searchParams.get('etter') })
  return { municipalities }
}
