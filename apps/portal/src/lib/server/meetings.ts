import { todayInOslo } from '@samrad/i18n'
import { isHttpError } from '@sveltejs/kit'
import { yearIn } from '@samrad/web/dates'
import { graphql, type ResultOf } from '@samrad/schema/open'
import { Meeting_listed, type ListedMeeting, type NearMeetings } from '#lib/meetings/meeting'
import { dayAfter } from '#lib/periods'
import { askOpenDoor } from './ask'

/** Whose meetings: of a municipality, of one of its bodies or areas, or of the whole country. */
export type Whose = { municipality?: string; body?: string; area?: string }
type Days = { from?: string; to?: string }

const PortalMeetings_List = graphql(
  `
    query PortalMeetings_List($filter: MeetingFilter!, $after: String) {
      meetings(filter: $filter, first: 100, after: $after) {
        nodes {
          ...Meeting_listed
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [Meeting_listed],
)

const PortalMeetings_Latest = graphql(
  `
    query PortalMeetings_Latest($filter: MeetingFilter!, $before: String) {
      meetings(filter: $filter, last: 100, before: $before) {
        nodes {
          ...Meeting_listed
        }
        pageInfo {
          hasPreviousPage
          startCursor
        }
      }
    }
  `,
  [Meeting_listed],
)

const PortalMeetings_Around = graphql(`
  query PortalMeetings_Around($before: MeetingFilter!, $after: MeetingFilter!) {
    before: meetings(filter: $before, last: 1) {
      nodes {
        slug
        heldOn
      }
    }
    after: meetings(filter: $after, first: 1) {
      nodes {
        slug
        heldOn
      }
    }
  }
`)

/** The last meeting before a day, and the first one on or after another. */
async function askAround(whose: Whose, to: string, from: string) {
  const { before, after } = await askOpenDoor(PortalMeetings_Around, {
    before: { ...whose, to },
    after: { ...whose, from },
  })
  return { before: before.nodes[0], after: after.nodes[0] }
}

/** The meetings of a body on the days before and after that of one. */
export const askOthers = (whose: Whose, { heldOn }: { heldOn: string }) => askAround(whose, heldOn, dayAfter(heldOn))

async function yearsAround(whose: Whose, to: string, from: string) {
  const { before, after } = await askAround(whose, to, from)
  const yearOf = (meeting: { heldOn: string } | undefined) => meeting && Number(meeting.heldOn.slice(0, 4))
  return { before: yearOf(before), after: yearOf(after) }
}

/** All the meetings there are, the earliest first. */
export async function askMeetings(whose: Whose, days: Days): Promise<ListedMeeting[]> {
  const all: ListedMeeting[] = []
  for (let after: string | null = null, isMore = true; isMore;) {
    const { meetings }: ResultOf<typeof PortalMeetings_List> = await askOpenDoor(PortalMeetings_List, {
      filter: { ...whose, ...days },
      after,
    })
    all.push(...meetings.nodes)
    after = meetings.pageInfo.endCursor
    isMore = meetings.pageInfo.hasNextPage
  }
  return all
}

async function nearestYear(whose: Whose, today: string): Promise<number | undefined> {
  const { before, after } = await yearsAround(whose, today, today)
  return after ?? before
}

const most = 500

/** The latest meetings there are, the earliest first: as many as a calendar has room for. */
export async function askLatest(whose: Whose): Promise<ListedMeeting[]> {
  const all: ListedMeeting[] = []
  for (let before: string | null = null, isMore = true; isMore && all.length < most;) {
    const { meetings }: ResultOf<typeof PortalMeetings_Latest> = await askOpenDoor(PortalMeetings_Latest, {
      filter: whose,
      before,
    })
    all.unshift(...meetings.nodes)
    before = meetings.pageInfo.startCursor
    isMore = meetings.pageInfo.hasPreviousPage
  }
  return all
}

/** The plan of one year: the one that the address asks for, else that of the next meeting, else that of the last one. */
export async function askPlan(whose: Whose, url: URL) {
  const today = todayInOslo()
  const year = yearIn(url) ?? (await nearestYear(whose, today)) ?? Number(today.slice(0, 4))
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`]
  const [meetings, others] = await Promise.all([askMeetings(whose, { from, to }), yearsAround(whose, from, to)])
  return { year, ...others, meetings }
}
const PortalMeetings_Near = graphql(
  `
    query PortalMeetings_Near($next: MeetingFilter!, $last: MeetingFilter!, $asOf: Date) {
      next: meetings(filter: $next, first: 4, asOf: $asOf) {
        nodes {
          ...Meeting_listed
        }
      }
      last: meetings(filter: $last, last: 3, asOf: $asOf) {
        nodes {
          ...Meeting_listed
        }
      }
    }
  `,
  [Meeting_listed],
)

/** A handful of meetings before and after a date, or today. */
export async function askNear(whose: Whose, asOf: string | null): Promise<NearMeetings> {
  const day = asOf ?? todayInOslo()
  const asked = { next: { ...whose, from: day }, last: { ...whose, to: day }, asOf }
  const { next, last } = await askOpenDoor(PortalMeetings_Near, asked).catch((thrown: unknown) => {
    // A municipality that is not there has no meetings; that it is not there is the page’s to say.
    if (isHttpError(thrown, 400)) return { next: { nodes: [] }, last: { nodes: [] } }
    throw thrown
  })
  // What was held today is no longer to come.
  const held = next.nodes.filter(({ status }) => status === 'HELD')
  return {
    next: next.nodes.filter(({ status }) => status !== 'HELD'),
    last: [...held.toReversed(), ...last.nodes.toReversed()],
  }
}
