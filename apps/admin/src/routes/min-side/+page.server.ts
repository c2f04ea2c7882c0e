import { localizeHref, todayInOslo } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { DeskListedIssue } from '#lib/issues/asked'
import { DeskActionPoint, DeskListedMeeting } from '#lib/meetings/asked'
import { Desk_ReportActionPointDone } from '#lib/server/action-points'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { adminOrigin } from '#lib/server/environment'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

const Desk_Own = graphql(
  `
    query Desk_Own($from: Date!) {
      viewer {
        calendarFeedMadeAt
        seats {
          id
          roleTitle
          body {
            id
            slug
            name
            municipality {
              slug
            }
            meetings(from: $from) {
              ...DeskListedMeeting
              minutes {
                state
              }
              invitees {
                id
                answer
                isWithdrawn
                seat {
                  id
                }
              }
            }
          }
        }
        actionPoints {
          ...DeskActionPoint
          body {
            id
            slug
            name
            municipality {
              slug
            }
          }
        }
        issues {
          ...DeskListedIssue
        }
      }
    }
  `,
  [DeskListedMeeting, DeskActionPoint, DeskListedIssue],
)

const Desk_AnswerOwn = graphql(`
  mutation Desk_AnswerOwn($id: ID!, $answer: InvitationAnswer!) {
    answerInvitation(id: $id, answer: $answer) {
      id
    }
  }
`)

const Desk_MakeCalendarFeed = graphql(`
  mutation Desk_MakeCalendarFeed {
    makeCalendarFeed
  }
`)

const Desk_EndCalendarFeed = graphql(`
  mutation Desk_EndCalendarFeed {
    endCalendarFeed
  }
`)

// Minutes of the last months may wait to be read.
const daysBack = 120

export const load: PageServerLoad = async (event) => {
  const today = todayInOslo()
  const from = new Date(Date.parse(today) - daysBack * 86_400_000).toISOString().slice(0, 10)
  const { viewer } = await askDesk(event, Desk_Own, { from })
  if (!viewer) error(401)
  const seatIds = new Set(viewer.seats.map(({ id }) => id))
  // Somebody may have two seats in a body.
  const bodies = [...new Map(viewer.seats.map(({ body }) => [body.id, body])).values()]
  const meetings = bodies
    .flatMap(({ meetings: some, ...body }) =>
      some.map((meeting) => ({ ...meeting, body, invited: ownOf(meeting.invitees, seatIds) })),
    )
    .toSorted((a, b) => (a.heldOn + (a.startsAt ?? '') < b.heldOn + (b.startsAt ?? '') ? -1 : 1))
  const coming = meetings.filter(({ heldOn }) => heldOn >= today)
  return {
    seats: viewer.seats,
    bodies,
    coming,
    papers: [
      ...coming.filter(({ agendaState, status }) => agendaState !== 'DRAFT' && status !== 'CANCELLED'),
      ...meetings.filter(({ minutes }) => minutes?.state === 'SENT'),
    ],
    points: viewer.actionPoints,
    issues: viewer.issues,
    today,
    feedMadeAt: viewer.calendarFeedMadeAt,
    isAnswered: event.url.searchParams.has('svart'),
    isReported: event.url.searchParams.has('gjort'),
    key: crypto.randomUUID(),
  }
}

/** The invitation of one’s own seat to a meeting, also for who keeps the body and sees all. */
const ownOf = <One extends { isWithdrawn: boolean; seat: { id: string } | null }>(
  invitees: readonly One[],
  seats: ReadonlySet<string>,
): One | undefined => invitees.find(({ isWithdrawn, seat }) => !isWithdrawn && seat && seats.has(seat.id))

export const actions: Actions = {
  answer: async (event) => {
    const form = await event.request.formData()
    const [id, answer] = [text(form, 'id'), text(form, 'answer') as 'COMING']
    const { refusal } = await actAtDesk(event, Desk_AnswerOwn, { id, answer }, form)
    if (refusal) return unsaved(refusal, { invitee: id }, form)
    redirect(303, localizeHref('/min-side?svart=1'))
  },
  makeFeed: async (event) => {
    const form = await event.request.formData()
    const { data, refusal } = await actAtDesk(event, Desk_MakeCalendarFeed, {}, form)
    if (refusal) return unsaved(refusal, { isFeed: true }, form)
    return { feed: adminOrigin + localizeHref(`/kalender/${data.makeCalendarFeed}.ics`) }
  },
  endFeed: async (event) => {
    const form = await event.request.formData()
    const { refusal } = await actAtDesk(event, Desk_EndCalendarFeed, {}, form)
    if (refusal) return unsaved(refusal, { isFeed: true }, form)
    redirect(303, localizeHref('/min-side#kalender'))
  },
  done: async (event) => {
    const form = await event.request.formData()
    const id = text(form, 'id')
    const version = Number(text(form, '_version'))
    // Each commission has a field of its own name, so that no two on the page are called the same.
    const field = text(form, 'field')
    const note = field && text(form, field)
    const { refusal } = await actAtDesk(event, Desk_ReportActionPointDone, { id, version, note }, form)
    if (refusal) {
      const { note: fault, ...others } = refusal.fields ?? {}
      const fields = fault ? { ...others, [field]: fault } : others
      const where = refusal.where === 'note' ? field : refusal.where
      return unsaved({ ...refusal, fields, ...(where ? { where } : {}) }, { point: id, note }, form)
    }
    redirect(303, localizeHref('/min-side?gjort=1'))
  },
}
