import { capitalised, labels, m, sayWeekday, todayInOslo } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import type { List } from '#lib/list/narrow'
import { Desk_Meetings, type MeetingData } from '#lib/meetings'
import { askDesk } from '#lib/server/desk'

type Asker = { locals: App.Locals; params: { slug: string; noun: string; thing: string } }

const time = ({ startsAt, endsAt }: MeetingData) =>
  startsAt && endsAt ? m.time_range({ from: startsAt, to: endsAt }) : startsAt ? m.time_from({ from: startsAt }) : ''

/** The meetings of a body: the next ones first, then those that have been, the latest first. */
export async function askMeetings(event: Asker, mayMend = false): Promise<List> {
  const { slug, noun, thing } = event.params
  const { body } = await askDesk(event, Desk_Meetings, { municipality: slug, slug: thing })
  if (!body) error(404)
  const [meetings, today] = [body.meetings, todayInOslo()]
  const [coming, past] = [
    meetings.filter(({ heldOn }) => heldOn >= today),
    meetings.filter(({ heldOn }) => heldOn < today),
  ]
  return {
    columns: [m.meeting_day(), m.meeting_time(), m.place(), m.meeting_round(), m.state(), m.tab_visibility()],
    groups: {
      label: m.event_day(),
      options: [
        { value: 'COMING', label: m.meetings_coming() },
        { value: 'PAST', label: m.meetings_past() },
      ],
    },
    rows: [...coming, ...past.toReversed()].map((meeting) => ({
      id: meeting.id,
      group: meeting.heldOn < today ? 'PAST' : 'COMING',
      cells: [
        {
          text: capitalised(sayWeekday(meeting.heldOn)),
          key: meeting.heldOn,
          file: meeting.heldOn,
          ...(mayMend ? { href: `/kommune/${slug}/${noun}/${thing}/moter/${meeting.id}` } : {}),
        },
        { text: time(meeting), key: meeting.startsAt ?? '' },
        { text: meeting.place ?? '' },
        { text: meeting.round ?? '' },
        { text: labels.meetingStatus[meeting.status]() },
        { text: labels.visibility[meeting.visibility](), visibility: meeting.visibility },
      ],
    })),
  }
}
