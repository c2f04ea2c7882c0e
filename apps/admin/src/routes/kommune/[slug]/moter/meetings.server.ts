import { graphql } from '@samrad/schema/admin'
import type { List } from '#lib/list/narrow'
import { DeskListedMeeting } from '#lib/meetings/asked'
import { meetingList } from '#lib/meetings/list'
import { yearAsked } from '@samrad/web/dates'
import { askDesk } from '#lib/server/desk'
import { everyOne } from '#lib/server/lists'

const Desk_YearsMeetings = graphql(
  `
    query Desk_YearsMeetings($municipality: String!, $from: Date!, $to: Date!, $after: String) {
      meetings(filter: { municipality: $municipality, from: $from, to: $to }, first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...DeskListedMeeting
          body {
            slug
            name
            municipality {
              slug
            }
          }
        }
      }
    }
  `,
  [DeskListedMeeting],
)

type Asker = { locals: App.Locals; params: { slug: string }; url: URL }

/** All meetings of a year that a municipality takes part in. */
export async function askMeetings(event: Asker): Promise<List> {
  const year = yearAsked(event.url)
  const asked = { municipality: event.params.slug, from: `${year}-01-01`, to: `${year + 1}-01-01` }
  const meetings = await everyOne(
    async (after) => (await askDesk(event, Desk_YearsMeetings, { ...asked, after })).meetings,
  )
  return meetingList(meetings, ({ body }) => `/kommune/${body?.municipality.slug}/organ/${body?.slug}/moter`)
}
