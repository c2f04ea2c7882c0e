import { graphql } from '@samrad/schema/admin'
import type { RequestEvent } from '@sveltejs/kit'
import { askDesk } from './desk'

const AdminLayout_Viewer = graphql(`
  query AdminLayout_Viewer {
    installation {
      isDemonstration
    }
    viewer {
      name
      roles {
        id
        kind
        bodyId
        municipality {
          slug
          name
        }
      }
    }
  }
`)

/** Who is at the desk, and whether all of it is a demonstration. */
export const askViewer = (event: Pick<RequestEvent, 'locals'>) => askDesk(event, AdminLayout_Viewer, {})
