import { graphql } from '@samrad/schema/open'
import { error } from '@sveltejs/kit'
import { PartyName_party, Sources_source } from '#lib/fragments'
import { Meeting_listed } from '#lib/meetings/meeting'
import { askOpenDoor } from './ask'
import { redirectToSlug } from './municipality-slug'

const PortalMeeting_Page = graphql(
  `
    query PortalMeeting_Page($municipality: String!, $body: String!, $slug: String!) {
      meeting(municipality: $municipality, body: $body, slug: $slug) {
        ...Meeting_listed
        agendaState
        agendaClosedBecause
        agenda {
          number
          kind
          title
          text
          minutes
          language
          legalGround
          issue {
            slug
            title
            municipality {
              slug
            }
          }
          entry {
            text
            decision
          }
          presenters {
            ...PartyName_party
          }
        }
        withheld {
          number
          legalGround
        }
        minutes {
          approvedOn
          publishedAt
          attendance {
            presence
            missed {
              number
            }
            who {
              ...PartyName_party
            }
          }
          addenda {
            text
            madeAt
          }
        }
        sources {
          ...Sources_source
        }
        body {
          municipality {
            name
          }
        }
      }
    }
  `,
  [Meeting_listed, PartyName_party, Sources_source],
)

type Asker = { params: { slug: string; body: string; meeting: string }; url: URL }

/** The meeting of an address. Answers 404 when there is none that everybody may see. */
export async function askMeeting({ params, url }: Asker) {
  const asked = { municipality: params.slug, body: params.body, slug: params.meeting }
  const { meeting } = await askOpenDoor(PortalMeeting_Page, asked)
  if (!meeting) error(404)
  redirectToSlug(url, params.slug, meeting.body.municipality.slug)
  return meeting
}
