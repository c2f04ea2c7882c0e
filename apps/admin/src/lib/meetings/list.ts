import { capitalised, labels, m, sayHours, sayWeekday, todayInOslo } from '@samrad/i18n'
import type { List } from '#lib/list/narrow'
import type { ListedMeeting } from './asked'

type Meeting = ListedMeeting & { body?: { slug: string; name: string; municipality: { slug: string } } }

/**
 * Meetings as a list: the next ones first, then those that have been, the latest first. `pathOf` tells where the meetings
 * of a body are at the desk; meetings of several bodies say whose they are.
 */
export function meetingList(meetings: readonly Meeting[], pathOf: (meeting: Meeting) => string): List {
  const today = todayInOslo()
  const isPast = ({ heldOn }: Meeting) => heldOn < today
  const isOfSeveral = meetings.some(({ body }) => body)
  return {
    columns: [
      m.meeting_day(),
      ...(isOfSeveral ? [m.kind_body()] : []),
      m.meeting_time(),
      m.place(),
      m.meeting_round(),
      m.state(),
      m.agenda(),
      m.tab_visibility(),
    ],
    groups: {
      label: m.event_day(),
      options: [
        { value: 'COMING', label: m.meetings_coming() },
        { value: 'PAST', label: m.meetings_past() },
      ],
    },
    rows: [...meetings.filter((one) => !isPast(one)), ...meetings.filter(isPast).toReversed()].map((meeting) => ({
      id: meeting.id,
      group: isPast(meeting) ? 'PAST' : 'COMING',
      cells: [
        {
          text: capitalised(sayWeekday(meeting.heldOn)),
          key: meeting.heldOn,
          file: meeting.heldOn,
          href: `${pathOf(meeting)}/${meeting.slug}`,
        },
        ...(isOfSeveral ? [{ text: meeting.body?.name ?? '' }] : []),
        { text: sayHours(meeting) ?? '', key: meeting.startsAt ?? '' },
        { text: meeting.place ?? '' },
        { text: meeting.round ?? '' },
        { text: labels.meetingStatus[meeting.status]() },
        { text: labels.agendaState[meeting.agendaState]() },
        { text: labels.visibility[meeting.visibility](), visibility: meeting.visibility },
      ],
    })),
  }
}
