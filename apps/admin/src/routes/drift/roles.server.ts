import { graphql } from '@samrad/schema/admin'
import type { List } from '#lib/list/narrow'
import { rolesAsList } from '#lib/roles'
import { askDesk } from '#lib/server/desk'

const Operator_Roles = graphql(`
  query Operator_Roles {
    roles {
      id
      kind
      name
      since
      isYours
    }
    invitations {
      id
      kind
      note
      expiresAt
    }
  }
`)

/** Who runs the installation, and who is invited by them. */
export async function askOperators(event: { locals: App.Locals }): Promise<List> {
  const { roles, invitations } = await askDesk(event, Operator_Roles, {})
  return rolesAsList(roles, invitations)
}
