import { graphql, type ResultOf } from '@samrad/schema/open'
import { askOpenDoor } from '#lib/server/ask'
import type { PageServerLoad } from './$types'

const PortalMunicipalities_List = graphql(`
  query PortalMunicipalities_List($after: String) {
    municipalities(first: 100, after: $after, filter: { country: "NO" }) {
      totalCount
      nodes {
        slug
        name
        parallelNames
        number
        countyName
        bodyCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type List = ResultOf<typeof PortalMunicipalities_List>['municipalities']

export const load: PageServerLoad = async () => {
  const nodes: List['nodes'] = []
  for (let after: string | null = null, isMore = true; isMore;) {
    const { municipalities }: { municipalities: List } = await askOpenDoor(PortalMunicipalities_List, { after })
    nodes.push(...municipalities.nodes)
    after = municipalities.pageInfo.endCursor
    isMore = municipalities.pageInfo.hasNextPage
  }
  return { municipalities: nodes }
}
