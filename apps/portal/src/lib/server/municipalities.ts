import { graphql, type ResultOf } from '@samrad/schema/open'
import { askOpenDoor } from './ask.ts'

const PortalMunicipalities_List = graphql(`
  query PortalMunicipalities_List($after: String) {
    municipalities(first: 100, after: $after, filter: { country: "NO" }) {
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

/** All municipalities of Norway, sorted by name. */
export async function allMunicipalities(): Promise<List['nodes']> {
  const nodes: List['nodes'] = []
  for (let after: string | null = null, isMore = true; isMore;) {
    const { municipalities }: { municipalities: List } = await askOpenDoor(PortalMunicipalities_List, { after })
    nodes.push(...municipalities.nodes)
    after = municipalities.pageInfo.endCursor
    isMore = municipalities.pageInfo.hasNextPage
  }
  return nodes
}
