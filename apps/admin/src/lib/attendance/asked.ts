import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskParty, partyName } from '#lib/form/party'

/** Whether somebody came to a meeting. */
export const DeskAttendance = graphql(
  `
    fragment DeskAttendance on Attendance @_unmask {
      id
      version
      presence
      missed {
        id
        number
      }
      who {
        ...DeskParty
      }
    }
  `,
  [DeskParty],
)
export type AttendanceData = ResultOf<typeof DeskAttendance>

/** Who is called to the meetings of a body: its seats, and those who have a duty in it. */
export const Desk_Called = graphql(
  `
    query Desk_Called($municipality: String!, $slug: String!, $asOf: Date!) {
      body(municipality: $municipality, slug: $slug, asOf: $asOf) {
        seats {
          id
          roleTitle
          organisation {
            name
          }
        }
        duties {
          parties {
            ...DeskParty
          }
        }
      }
    }
  `,
  [DeskParty],
)
export type CalledData = NonNullable<ResultOf<typeof Desk_Called>['body']>

/** What somebody who was called to a meeting is called. */
export const nameOf = ({ who }: AttendanceData): string => (who ? partyName(who) : '')
