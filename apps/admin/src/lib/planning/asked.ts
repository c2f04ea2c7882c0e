import { graphql, type ResultOf } from '@samrad/schema/admin'

/** The bodies of a municipality with what a plan begins from: how often they meet, and their last meetings. */
export const Desk_PlannedBodies = graphql(`
  query Desk_PlannedBodies($slug: String!, $from: Date!, $year: Int!) {
    municipality(slug: $slug) {
      schoolBreaks(year: $year) {
        id
        name
        from
        until
      }
      bodies {
        id
        slug
        name
        visibility
        rights
        realisation
        municipality {
          slug
        }
        cadences {
          cadence {
            kind
            times
            from
            to
            per
            every
            unit
            seasons
            wording
          }
        }
        meetings(from: $from) {
          heldOn
          startsAt
          endsAt
          place
          round
          visibility
        }
      }
    }
  }
`)
export type PlannedBody = NonNullable<ResultOf<typeof Desk_PlannedBodies>['municipality']>['bodies'][number]

export const Desk_SuggestedMeetings = graphql(`
  query Desk_SuggestedMeetings($body: ID!, $year: Int!, $weekday: Int, $times: Int) {
    suggestedMeetings(body: $body, year: $year, weekday: $weekday, times: $times) {
      on
      near
      passedOver {
        on
        why
        holiday
        name
      }
      sameDay {
        id
        startsAt
        body {
          name
        }
      }
    }
  }
`)
export type Suggested = ResultOf<typeof Desk_SuggestedMeetings>['suggestedMeetings'][number]
