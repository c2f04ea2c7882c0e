import { graphql } from '@samrad/schema/admin'
import type { List } from '#lib/list/narrow'
import { rolesAsList } from '#lib/roles'
import { askDesk } from '#lib/server/desk'

const Access_Roles = graphql(`
  query Access_Roles($municipality: String!) {
    roles(municipality: $municipality) {
      id
      kind
      name
      since
      isYours
      seat {
        roleTitle
        body {
          name
        }
      }
    }
    invitations(municipality: $municipality) {
      id
      kind
      note
      expiresAt
      seat {
        roleTitle
        body {
          name
        }
      }
    }
  }
`)

/** Who has roles in a municipality, and who is invited. */
export async function askRoles(event: { locals: App.Locals; params: { slug: string } }): Promise<List> {
  const { roles, invitations } = await askDesk(event, Access_Roles, { municipality: event.params.slug })
  return rolesAsList(roles, invitations)
}
