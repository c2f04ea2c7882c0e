import { m, sayNotice, type SaidNotice } from '@samrad/i18n'
import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { tzlib_get_ical_block } from 'timezones-ical-library'

const zone = 'Europe/Oslo'
// Oslo keeps the clock of Berlin, and the library names it so.
const block = [tzlib_get_ical_block(zone)].flat()[0]?.replaceAll('Europe/Berlin', zone) ?? ''

const hourInSeconds = 3_600
// The library leaves the name of a calendar as it is.
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, String.raw`\$&`)

/** A meeting as it stands in a calendar. */
export type CalendarMeeting = {
  /** Its id in the API. */
  id: string
  heldOn: string
  startsAt: string | null
  endsAt: string | null
  status: 'PLANNED' | 'HELD' | 'MOVED' | 'CANCELLED'
  place: string | null
  round: string | null
  sequence: number
  revisedAt: string
  /** What was told of it. */
  notices: readonly SaidNotice[]
  /** What the body is called. */
  name: string
  /** Where it can be read about; null where nobody may without signing in. */
  url: string | null
}

/** Meetings as an iCalendar (RFC 5545), in the reader's language. */
function calendarOf(name: string, meetings: readonly CalendarMeeting[]): string {
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Samrad', product: 'Samrad', language: 'NO' },
    ttl: hourInSeconds,
  })
  calendar.timezone({ name: null, generator: () => block })
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting))
  // A calendar holds at least one component, and the last line ends like the others.
  const text = `${calendar.toString()}\r\n`
  return text.includes('BEGIN:VTIMEZONE') ? text : text.replace(/(?=END:VCALENDAR)/, `${block}\r\n`)
}

function eventOf(meeting: CalendarMeeting) {
  const { id, heldOn, startsAt, endsAt, status, place, round, sequence, revisedAt, notices, name, url } = meeting
  const day = Temporal.PlainDate.from(heldOn)
  const at = (time: string) => day.toZonedDateTime({ timeZone: zone, plainTime: time })
  const stamp = Temporal.Instant.from(revisedAt)
  return {
    // Unique in the world, and the same for ever.
    id: Buffer.from(id, 'base64url').toString().replace('Meeting:', ''),
    sequence,
    stamp,
    lastModified: stamp,
    ...(startsAt
      ? { timezone: zone, start: at(startsAt), ...(endsAt ? { end: at(endsAt) } : {}) }
      : { start: day, allDay: true }),
    summary: round ? m.calendar_event_in_round({ name, round }) : name,
    ...(place ? { location: place } : {}),
    description: [...notices.map(sayNotice), ...(url ? [url] : [])].join('\n'),
    ...(url ? { url } : {}),
    // One that was moved to a day nobody recorded is not on this one.
    status: status === 'CANCELLED' || status === 'MOVED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

/** Who calls to a meeting, and who is called. */
export type Called = { organizer: { name: string; email: string }; attendee: { name: string; email: string } }

/**
 * The calendar part of a letter (RFC 5546): a request, or that it is no more. Nobody reads what calendars would answer,
 * so they are told that no answer is wanted: the letter has the link for it. The later of two letters holds.
 */
export function calendarOfLetter(
  meeting: CalendarMeeting,
  { organizer, attendee }: Called,
  isUninvited = false,
): { method: string; text: string } {
  const isOff = isUninvited || meeting.status === 'CANCELLED' || meeting.status === 'MOVED'
  const method = isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = ical({ method, prodId: { company: 'Samrad', product: 'Samrad', language: 'NO' } })
  calendar.timezone({ name: null, generator: () => block })
  const event = calendar.createEvent({
    ...eventOf(meeting),
    stamp: Temporal.Now.instant(),
    organizer,
    // The meeting is on for the others (RFC 5546, 3.2.5).
    ...(isUninvited ? { status: null } : {}),
  })
  event.createAttendee({ ...attendee, rsvp: false, status: ICalAttendeeStatus.NEEDSACTION })
  return { method, text: `${calendar.toString()}\r\n` }
}

/** The same as an answer, under a name to keep it by. */
export const calendarAnswer = (
  name: string,
  file: string,
  meetings: readonly CalendarMeeting[],
  headers: Record<string, string> = {},
): Response =>
  new Response(calendarOf(name, meetings), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${file.replace(/[^\w-]/g, '')}.ics"`,
      ...headers,
    },
  })
