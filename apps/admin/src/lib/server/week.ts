import { m, sayDay, todayInOslo } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskParty } from '#lib/form/party'
import { issuePath, receiverOf } from '#lib/issues/asked'
import { pathOfMeeting } from '#lib/meetings/path'
import { askDesk } from './desk'

const Home_Meetings = graphql(`
  query Home_Meetings($slug: String!, $today: Date!) {
    meetings(filter: { municipality: $slug, from: $today }, first: 5) {
      nodes {
        id
        slug
        heldOn
        startsAt
        endsAt
        place
        status
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
`)
type NextMeeting = ResultOf<typeof Home_Meetings>['meetings']['nodes'][number]

const Home_Points = graphql(`
  query Home_Points($slug: String!) {
    municipality(slug: $slug) {
      bodies {
        slug
        name
        actionPoints(state: OPEN) {
          id
          text
          dueOn
        }
      }
    }
  }
`)

const Home_Minutes = graphql(`
  query Home_Minutes($slug: String!, $since: Date!, $today: Date!) {
    meetings(filter: { municipality: $slug, from: $since, to: $today }, first: 50) {
      nodes {
        id
        slug
        heldOn
        status
        minutes {
          state
        }
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
`)

const Home_Issues = graphql(
  `
    query Home_Issues($slug: String!) {
      issues(filter: { municipality: $slug, isOpen: true }, first: 50) {
        nodes {
          id
          slug
          title
          stage
          raisedOn
          municipality {
            slug
          }
          moves {
            id
            state
            answerBy
            isOverdue
            toBody {
              name
              rights
            }
            to {
              ...DeskParty
            }
          }
        }
      }
    }
  `,
  [DeskParty],
)
type Asker = { locals: App.Locals; params: { slug: string } }
/** Something that somebody is to do something about; late when it should have been done. */
export type Waiting = { key: string; text: string; of: string | null; href: string; isLate: boolean }

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** The next meetings in a municipality. */
export async function askNextMeetings(event: Asker): Promise<NextMeeting[]> {
  const asked = { slug: event.params.slug, today: todayInOslo() }
  return (await askDesk(event, Home_Meetings, asked)).meetings.nodes
}

/** What waits in a municipality: lifted issues without an answer, new ones, minutes that are not published, points past their day. */
export async function askWaiting(event: Asker): Promise<Waiting[]> {
  const { slug } = event.params
  const today = todayInOslo()
  const [{ municipality }, { meetings }, { issues }] = await Promise.all([
    askDesk(event, Home_Points, { slug }),
    askDesk(event, Home_Minutes, { slug, today, since: daysAgo(60) }),
    askDesk(event, Home_Issues, { slug }),
  ])
  const lifts = issues.nodes.flatMap((issue) =>
    issue.moves
      .filter(({ state }) => state === 'WAITING')
      .map(({ id, answerBy, isOverdue, ...to }) => ({
        key: id,
        text: m.news_lift_waiting({ title: issue.title, body: receiverOf(to) || m.lift_unknown() }),
        of: answerBy ? m.lift_due({ day: sayDay(answerBy) }) : null,
        href: issuePath(issue),
        isLate: isOverdue,
      })),
  )
  const raised = issues.nodes
    .filter(({ stage, raisedOn }) => stage === 'NEW' && raisedOn && raisedOn >= daysAgo(60))
    .map((issue) => ({
      key: issue.id,
      text: m.week_new_issue({ title: issue.title }),
      of: issue.raisedOn && sayDay(issue.raisedOn),
      href: issuePath(issue),
      isLate: false,
    }))
  const minutes = meetings.nodes
    .filter(({ status, minutes }) => (status === 'PLANNED' || status === 'HELD') && minutes?.state !== 'PUBLISHED')
    .map((meeting) => ({
      key: meeting.id,
      text: m.news_minutes_missing({ day: sayDay(meeting.heldOn) }),
      of: meeting.body.name,
      href: `${pathOfMeeting(meeting)}/referat`,
      isLate: meeting.heldOn <= daysAgo(7),
    }))
  const points = (municipality?.bodies ?? []).flatMap((body) =>
    body.actionPoints
      .filter(({ dueOn }) => dueOn && dueOn < today)
      .map(({ id, text, dueOn }) => ({
        key: id,
        text: m.news_point_overdue({ title: text, day: sayDay(dueOn ?? today) }),
        of: body.name,
        href: `/kommune/${slug}/organ/${body.slug}/oppfolging/${id}`,
        isLate: true,
      })),
  )
  return [...lifts, ...raised, ...minutes, ...points].toSorted((a, b) => Number(b.isLate) - Number(a.isLate))
}
