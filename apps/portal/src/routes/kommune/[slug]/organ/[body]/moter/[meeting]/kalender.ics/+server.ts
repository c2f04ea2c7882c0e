import { graphql } from '@samrad/schema/open'
import { error } from '@sveltejs/kit'
import { Meeting_listed } from '#lib/meetings/meeting'
import { askOpenDoor } from '#lib/server/ask'
import { calendarAnswer } from '#lib/server/calendar'
import type { RequestHandler } from './$types'

const PortalMeeting_Calendar = graphql(
  `
    query PortalMeeting_Calendar($municipality: String!, $body: String!, $slug: String!) {
      meeting(municipality: $municipality, body: $body, slug: $slug) {
        ...Meeting_listed
      }
    }
  `,
  [Meeting_listed],
)

export const GET: RequestHandler = async ({ params }) => {
  const asked = { municipality: params.slug, body: params.body, slug: params.meeting }
  const { meeting } = await askOpenDoor(PortalMeeting_Calendar, asked)
  if (!meeting) error(404)
  return calendarAnswer(meeting.body.name, `${meeting.body.slug}-${meeting.slug}`, [meeting])
}
