import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskCadence } from '../form/cadence'

/** The bodies of a municipality with what a plan begins from: how often they meet, and their last meetings. */
export const Desk_PlannedBodies = graphql(
  `
    query Desk_PlannedBodies($slug: String!, $from: Date!, $to: Date!, $year: Int!) {
      municipality(slug: $slug) {
        schoolBreaks(year: $year) {
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
          cadences {
            cadence {
              ...DeskCadence
            }
          }
          meetings(from: $from, to: $to) {
            heldOn
            startsAt
            endsAt
            place
            round
            status
            visibility
          }
        }
      }
    }
  `,
  [DeskCadence],
)
export type PlannedBody = NonNullable<ResultOf<typeof Desk_PlannedBodies>['municipality']>['bodies'][number]

export const Desk_SuggestedMeetings = graphql(`
  query Desk_SuggestedMeetings($bodies: [ID!]!, $year: Int!, $weekday: Int, $times: Int) {
    suggestedMeetings(bodies: $bodies, year: $year, weekday: $weekday, times: $times) {
      bodyId
      meetings {
        on
        near
        passedOver {
          on
          why
          holiday
          name
        }
        sameDay {
          startsAt
          body {
            name
          }
        }
      }
    }
  }
`)
export type Suggested = ResultOf<typeof Desk_SuggestedMeetings>['suggestedMeetings'][number]['meetings'][number]
