import { graphql, type ResultOf } from '@samrad/schema/admin'

/** Somebody who is invited to a meeting, and what was written to them. */
export const DeskInvitee = graphql(`
  fragment DeskInvitee on Invitee @_unmask {
    id
    guest
    email
    answer
    note
    standIn
    standInNote
    isWithdrawn
    seat {
      id
      roleTitle
      organisation {
        name
      }
    }
    item {
      number
    }
    letters {
      kind
      to
      sentAt
      failure
    }
  }
`)
export type InviteeData = ResultOf<typeof DeskInvitee>

export const Desk_Invited = graphql(
  `
    query Desk_Invited($id: ID!) {
      installation {
        sendsLetters
      }
      node(id: $id) {
        ... on Meeting {
          invitees {
            ...DeskInvitee
          }
        }
      }
    }
  `,
  [DeskInvitee],
)

/** The seats of a body, and whom post to them reaches. */
export const Desk_Reach = graphql(`
  query Desk_Reach($municipality: String!, $slug: String!, $asOf: Date) {
    body(municipality: $municipality, slug: $slug, asOf: $asOf) {
      id
      reach {
        seatId
        to
        count
      }
      seats {
        id
        roleTitle
        attachment
        organisation {
          name
        }
        addresses {
          email
          isSubstitute
          isRefused
        }
      }
    }
  }
`)
export type ReachData = NonNullable<ResultOf<typeof Desk_Reach>['body']>
export type ReachedSeat = ReachData['seats'][number]
