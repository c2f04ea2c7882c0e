import { graphql } from '@samrad/schema/admin'
import { askDesk } from './desk'
import { everyOne } from './lists'

const Desk_Organisations = graphql(`
  query Desk_Organisations($filter: OrganisationFilter!, $after: String) {
    organisations(filter: $filter, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        slug
        name
        kind
      }
    }
  }
`)

export type KnownOrganisation = { id: string; slug: string; name: string; kind: string }

type Asker = { locals: App.Locals; params: { slug: string } }

/** The organisations that a seat of a municipality may belong to: its own, and those that belong to none. */
export async function askOrganisations(event: Asker): Promise<KnownOrganisation[]> {
  const [own, shared] = await Promise.all([
    all(event, { municipality: event.params.slug }),
    askSharedOrganisations(event),
  ])
  return [...own, ...shared]
}

/** The organisations that belong to no municipality. */
export const askSharedOrganisations = (event: { locals: App.Locals }): Promise<KnownOrganisation[]> =>
  all(event, { isShared: true })

const all = (
  event: { locals: App.Locals },
  filter: { municipality?: string; isShared?: boolean },
): Promise<KnownOrganisation[]> =>
  everyOne(async (after) => (await askDesk(event, Desk_Organisations, { filter, after })).organisations)
