import { capitalised, getLocale, labels, m, sayDay, sayNotice, sayWeekday } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/open'
import { error } from '@sveltejs/kit'
import { Feed } from 'feed'
import { addressOf, meetingPath } from '#lib/addresses'
import { askOpenDoor } from './ask'
import { portalOrigin } from './environment'
import type { Whose } from './meetings'

const PortalMeetings_News = graphql(`
  query PortalMeetings_News($filter: MeetingFilter!, $before: String) {
    meetings(filter: $filter, last: 100, before: $before) {
      nodes {
        id
        slug
        heldOn
        revisedAt
        minutes {
          publishedAt
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
        body {
          slug
          name
          municipality {
            slug
          }
        }
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
`)
type News = ResultOf<typeof PortalMeetings_News>['meetings']['nodes'][number]

const most = 500

/** The latest meetings there are, with what was told of them. */
async function askNews(whose: Whose): Promise<News[]> {
  const all: News[] = []
  for (let before: string | null = null, isMore = true; isMore && all.length < most;) {
    const { meetings }: ResultOf<typeof PortalMeetings_News> = await askOpenDoor(PortalMeetings_News, {
      filter: whose,
      before,
    })
    all.push(...meetings.nodes)
    before = meetings.pageInfo.startCursor
    isMore = meetings.pageInfo.hasPreviousPage
  }
  return all
}

type Entry = { id: string; title: string; at: string; text: string; meeting: News }

/** «Lokalt politiråd, 4. februar 2027». */
const nameOf = ({ body, heldOn }: News): string => m.feed_meeting({ body: body.name, day: sayDay(heldOn) })
const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().replace('Meeting:', '')

const kinds = {
  referater: {
    title: (name: string) => m.feed_minutes_of({ name }),
    entries: (meeting: News): Entry[] =>
      meeting.minutes?.publishedAt
        ? [
            {
              id: `urn:uuid:${uuidOf(meeting.id)}`,
              title: m.feed_minutes({ meeting: nameOf(meeting) }),
              at: meeting.minutes.publishedAt,
              text: capitalised(sayWeekday(meeting.heldOn)),
              meeting,
            },
          ]
        : [],
  },
  endringer: {
    title: (name: string) => m.feed_changes_of({ name }),
    entries: (meeting: News): Entry[] =>
      meeting.notices.map((notice) => ({
        // Each thing told is an entry of its own, and stays it.
        id: `urn:uuid:${uuidOf(meeting.id)}#${Date.parse(notice.madeAt)}`,
        title: m.feed_change({ meeting: nameOf(meeting), what: labels.noticeKind[notice.kind]() }),
        at: notice.madeAt,
        text: sayNotice(notice),
        meeting,
      })),
  },
}

const shown = 50

/**
 * What is new about meetings as an Atom feed (RFC 4287), in the reader's language, the latest first: `referater` minutes
 * that were published, `endringer` meetings that were moved, cancelled or are on again. Answers 404 for other feeds.
 */
export async function feedAnswer(feed: string, name: string, path: string, whose: Whose): Promise<Response> {
  const kind = feed === 'referater' || feed === 'endringer' ? kinds[feed] : error(404)
  const entries = (await askNews(whose))
    .flatMap(kind.entries)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, shown)
  const address = portalOrigin + addressOf(`${path}/moter`)
  const self = `${address}/${feed}.atom`
  const atom = new Feed({
    id: self,
    title: kind.title(name),
    link: address,
    feedLinks: { atom: self },
    language: getLocale(),
    copyright: '',
    generator: false,
    // A feed without entries has been as it is for ever.
    updated: new Date(entries[0]?.at ?? 0),
  })
  for (const { id, title, at, text, meeting } of entries)
    atom.addItem({
      id,
      title,
      link: portalOrigin + addressOf(meetingPath(meeting)),
      date: new Date(at),
      description: text,
      author: [{ name: meeting.body.name }],
    })
  return new Response(atom.atom1(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'access-control-allow-origin': '*' },
  })
}
