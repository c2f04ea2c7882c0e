import { graphql } from '@samrad/schema/open'
import { municipalityShapes } from '#lib/server/map'
import { askOpenDoor } from '#lib/server/ask'
import type { PageServerLoad } from './$types'

const PortalHome_WithData = graphql(`
  query PortalHome_WithData {
    municipalities(first: 100, filter: { hasBodies: true, country: "NO" }) {
      totalCount
      nodes {
        slug
        name
        number
        countyName
        bodyCount
      }
    }
  }
`)

export const load: PageServerLoad = async () => {
  const { municipalities } = await askOpenDoor(PortalHome_WithData, {})
  return { municipalities, map: municipalityShapes() }
}
