import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskParty, partyName } from '#lib/form/party'

/** An issue as it stands on a board or in a list. */
export const DeskListedIssue = graphql(`
  fragment DeskListedIssue on Issue @_unmask {
    id
    slug
    title
    kind
    stage
    themes
    raisedOn
    raisedIs
    visibility
    municipality {
      slug
    }
    forums {
      nextMeetingOn
      body {
        id
        name
      }
    }
    moves {
      id
      state
      answerBy
      isOverdue
      movedOn
      fromBody {
        id
        name
      }
      toBody {
        id
        name
      }
    }
  }
`)
export type ListedIssue = ResultOf<typeof DeskListedIssue>

export const Desk_BodyIssues = graphql(
  `
    query Desk_BodyIssues($municipality: String!, $slug: String!) {
      body(municipality: $municipality, slug: $slug) {
        issues {
          ...DeskListedIssue
        }
      }
    }
  `,
  [DeskListedIssue],
)

export const Desk_Issues = graphql(
  `
    query Desk_Issues($municipality: String!, $after: String) {
      issues(filter: { municipality: $municipality }, first: 50, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...DeskListedIssue
        }
      }
    }
  `,
  [DeskListedIssue],
)

/** What issues of a municipality are called. */
export const Desk_IssueNames = graphql(`
  query Desk_IssueNames($municipality: String!, $after: String) {
    issues(filter: { municipality: $municipality }, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        stage
      }
    }
  }
`)

/** An issue with all that is known of it. */
export const Desk_Issue = graphql(
  `
    query Desk_Issue($municipality: String!, $slug: String!, $today: Date!) {
      issue(municipality: $municipality, slug: $slug) {
        id
        version
        slug
        title
        text
        kind
        stage
        themes
        raisedOn
        raisedIs
        closedOn
        outcome
        visibility
        raisedBy {
          ...DeskParty
        }
        municipality {
          slug
          name
          rights
        }
        forums {
          nextMeetingOn
          body {
            id
            slug
            name
            rights
            municipality {
              slug
            }
            meetings(from: $today) {
              id
              slug
              heldOn
              status
            }
            liftRoutes {
              direction
              note
              parties {
                ...DeskParty
              }
            }
          }
        }
        moves {
          id
          version
          direction
          state
          movedOn
          movedIs
          question
          wantedDecision
          answerBy
          answer
          answeredOn
          isOverdue
          nextMeetingOn
          fromBody {
            name
            rights
          }
          toBody {
            name
            rights
          }
          to {
            ...DeskParty
          }
        }
        agendaItems {
          id
          meeting {
            slug
            heldOn
            body {
              slug
              name
              municipality {
                slug
              }
            }
          }
        }
        related {
          id
          slug
          title
          municipality {
            slug
          }
        }
        mergedFrom {
          id
          slug
          title
          municipality {
            slug
          }
        }
        mergedInto {
          id
          slug
          title
          municipality {
            slug
          }
        }
        sources {
          quote
          place
          document {
            title
          }
        }
      }
    }
  `,
  [DeskParty],
)
export type IssueData = NonNullable<ResultOf<typeof Desk_Issue>['issue']>
export type MoveData = IssueData['moves'][number]

/** Where an issue is at the desk. */
export const issuePath = ({ slug, municipality }: { slug: string; municipality: { slug: string } }): string =>
  `/kommune/${municipality.slug}/saker/${slug}`

type Rights = { rights: readonly string[] }
const mends = (of: Rights | null | undefined): boolean => Boolean(of?.rights.includes('REGISTER_MEND'))

/** Whether the viewer keeps one of the bodies where it is up, or its municipality. */
export const mayMend = ({ municipality, forums }: IssueData): boolean =>
  mends(municipality) || forums.some(({ body }) => mends(body))

/** The bodies it is up in that the viewer keeps. */
export const keptForums = ({ forums }: IssueData) => forums.filter(({ body }) => mends(body))

/** Whether the viewer may answer a lift, or take it back. */
export const mayAnswer = (issue: IssueData, { toBody, fromBody, to }: MoveData): boolean =>
  toBody ? mends(toBody) : Boolean(to) && (fromBody ? mends(fromBody) : mayMend(issue))
export const mayWithdraw = ({ fromBody }: MoveData): boolean => mends(fromBody)

/** Who it was lifted to, by name; empty when that is somebody that the viewer may not see. */
export const receiverOf = ({ toBody, to }: Pick<MoveData, 'toBody' | 'to'>): string =>
  toBody?.name ?? (to ? partyName(to) : '')
