import { calendarAnswer as answer } from '@samrad/web/calendar'
import { addressOf, meetingPath } from '#lib/addresses'
import type { ListedMeeting } from '#lib/meetings/meeting'
import { portalOrigin } from './environment'

/** Meetings as an iCalendar, under a name to keep it by. */
export const calendarAnswer = (name: string, file: string, meetings: readonly ListedMeeting[]): Response =>
  answer(
    name,
    file,
    meetings.map((meeting) => ({
      ...meeting,
      name: meeting.body.name,
      url: portalOrigin + addressOf(meetingPath(meeting)),
    })),
    // Calendars in a browser read it from their own address.
    { 'access-control-allow-origin': '*' },
  )
