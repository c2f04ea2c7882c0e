import { localizeHref, m } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { calendarAnswer } from '@samrad/web/calendar'
import { error } from '@sveltejs/kit'
import { askDesk } from '#lib/server/desk'
import { adminOrigin } from '#lib/server/environment'
import type { RequestHandler } from './$types'

const Desk_CalendarFeed = graphql(`
  query Desk_CalendarFeed($token: String!) {
    calendarFeed(token: $token) {
      id
      slug
      heldOn
      startsAt
      endsAt
      status
      place
      round
      sequence
      revisedAt
      bodySlug
      bodyName
      municipalitySlug
    }
  }
`)

/** The calendar of whoever has its secret address: programs read it without signing in. */
export const GET: RequestHandler = async ({ params }) => {
  const { calendarFeed } = await askDesk({ locals: { token: undefined } }, Desk_CalendarFeed, { token: params.token })
  if (!calendarFeed) error(404)
  const meetings = calendarFeed.map(({ slug, bodySlug, bodyName, municipalitySlug, ...meeting }) => ({
    ...meeting,
    notices: [],
    name: bodyName,
    url: adminOrigin + localizeHref(`/kommune/${municipalitySlug}/organ/${bodySlug}/moter/${slug}`),
  }))
  return calendarAnswer(m.own_calendar(), 'mine-moter', meetings)
}
