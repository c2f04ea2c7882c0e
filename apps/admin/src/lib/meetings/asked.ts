import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskAttendance } from '#lib/attendance/asked'
import { DeskParty, partyName } from '#lib/form/party'

/** A meeting as it stands in a list. */
export const DeskListedMeeting = graphql(`
  fragment DeskListedMeeting on Meeting @_unmask {
    id
    slug
    visibility
    heldOn
    startsAt
    endsAt
    place
    status
    round
    agendaState
  }
`)
export type ListedMeeting = ResultOf<typeof DeskListedMeeting>

export const Desk_Meetings = graphql(
  `
    query Desk_Meetings($municipality: String!, $slug: String!) {
      body(municipality: $municipality, slug: $slug) {
        meetings {
          ...DeskListedMeeting
        }
      }
    }
  `,
  [DeskListedMeeting],
)

/** What somebody is to do. */
export const DeskActionPoint = graphql(
  `
    fragment DeskActionPoint on ActionPoint @_unmask {
      id
      version
      kind
      text
      dueOn
      agreedOwners
      agreedDueOn
      state
      closedOn
      note
      owners {
        ...DeskParty
      }
    }
  `,
  [DeskParty],
)
export type PointData = ResultOf<typeof DeskActionPoint>

/** A meeting with all that is known of it. */
export const Desk_Meeting = graphql(
  `
    query Desk_Meeting($municipality: String!, $body: String!, $slug: String!) {
      meeting(municipality: $municipality, body: $body, slug: $slug) {
        ...DeskListedMeeting
        version
        agendaClosedBecause
        agendaVersion
        missingStandingItems
        withheld {
          number
          legalGround
        }
        body {
          slug
          name
          municipality {
            name
          }
          actionPoints(state: OPEN) {
            ...DeskActionPoint
            agendaItem {
              meeting {
                id
                heldOn
              }
            }
          }
        }
        minutes {
          state
          version
          approvedOn
          approvedHash
          publishedAt
          attendance {
            ...DeskAttendance
          }
          addenda {
            text
            madeAt
          }
        }
        notices {
          kind
          madeAt
          because
          fromOn
          fromStartsAt
          fromEndsAt
          fromPlace
        }
        agenda {
          id
          version
          number
          kind
          title
          text
          minutes
          isStanding
          language
          visibility
          legalGround
          issue {
            id
            slug
            title
            municipality {
              slug
            }
          }
          entry {
            text
            decision
            version
          }
          actionPoints {
            ...DeskActionPoint
          }
          presenters {
            ...DeskParty
          }
        }
      }
    }
  `,
  [DeskListedMeeting, DeskParty, DeskActionPoint, DeskAttendance],
)
export type MeetingData = NonNullable<ResultOf<typeof Desk_Meeting>['meeting']>
export type ItemData = MeetingData['agenda'][number]

/** The action points that were agreed before a meeting and are not done yet. */
export const carriedTo = ({ id, heldOn, body }: MeetingData): MeetingData['body']['actionPoints'] =>
  body.actionPoints.filter(({ agendaItem }) => {
    const made = agendaItem?.meeting
    return made?.id !== id && (!made || made.heldOn <= heldOn)
  })

/** Whether its minutes are approved: what was approved never changes. */
export const isApproved = ({ minutes }: MeetingData): boolean =>
  minutes?.state === 'APPROVED' || minutes?.state === 'PUBLISHED'

/** Who presents an item, by name. */
export const presentersOf = ({ presenters }: ItemData): string[] => presenters.map(partyName).filter(Boolean)

/** Whose an action point is, by name. */
export const ownersOf = ({ owners }: PointData): string[] => owners.map(partyName).filter(Boolean)
