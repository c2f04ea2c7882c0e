import { graphql } from '@samrad/schema/open'
import { error } from '@sveltejs/kit'
import { PartyName_party, Sources_source } from '#lib/fragments'
import { Issue_listed } from '#lib/issues/issue'
import { askOpenDoor } from '#lib/server/ask'
import { redirectToSlug } from '#lib/server/municipality-slug'
import type { PageServerLoad } from './$types'

const PortalIssue_Page = graphql(
  `
    query PortalIssue_Page($municipality: String!, $slug: String!) {
      issue(municipality: $municipality, slug: $slug) {
        ...Issue_listed
        kind
        text
        closedOn
        outcome
        municipality {
          name
        }
        raisedBy {
          ...PartyName_party
        }
        moves {
          id
          direction
          movedOn
          movedIs
          question
          wantedDecision
          answerBy
          state
          answer
          answeredOn
          isOverdue
          fromBody {
            name
          }
          toBody {
            name
          }
          to {
            ...PartyName_party
          }
        }
        agendaItems {
          id
          meeting {
            slug
            heldOn
            body {
              slug
              name
              language
              municipality {
                slug
              }
            }
          }
        }
        related {
          ...Issue_listed
        }
        mergedFrom {
          ...Issue_listed
        }
        mergedInto {
          ...Issue_listed
        }
        sources {
          ...Sources_source
        }
      }
    }
  `,
  [Issue_listed, PartyName_party, Sources_source],
)

export const load: PageServerLoad = async ({ params, url }) => {
  const { issue } = await askOpenDoor(PortalIssue_Page, { municipality: params.slug, slug: params.issue })
  if (!issue) error(404)
  redirectToSlug(url, params.slug, issue.municipality.slug)
  return { issue }
}
