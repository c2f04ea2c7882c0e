import { graphql, type ResultOf } from '@samrad/schema/open'

/** A meeting as it stands in a plan or a calendar. */
export const Meeting_listed = graphql(`
  fragment Meeting_listed on Meeting @_unmask {
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
    notices {
      kind
      because
      fromOn
      fromStartsAt
      fromEndsAt
      fromPlace
    }
    body {
      slug
      name
      language
      municipality {
        slug
      }
    }
  }
`)
export type ListedMeeting = ResultOf<typeof Meeting_listed>

/** The meetings around a day: the next ones, the nearest first, and the last ones, the latest first. */
export type NearMeetings = { next: ListedMeeting[]; last: ListedMeeting[] }
