import { graphql } from '@samrad/schema/admin'
import { askDesk } from '#lib/server/desk'
import type { PageServerLoad } from './$types'

const Municipality_Bodies = graphql(`
  query Municipality_Bodies($slug: String!) {
    municipality(slug: $slug) {
      bodies {
        id
        slug
        name
        visibility
        functions {
          kind
        }
        reportsTo {
          parent {
            name
          }
        }
        seats {
          id
        }
        municipality {
          slug
        }
      }
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality } = await askDesk(event, Municipality_Bodies, { slug: event.params.slug })
  return { bodies: municipality?.bodies ?? [] }
}
