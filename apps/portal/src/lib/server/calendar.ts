import { m, sayNotice } from '@samrad/i18n'
import ical, { ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { addressOf, meetingPath } from '#lib/addresses'
import type { ListedMeeting } from '#lib/meetings/meeting'
import { portalOrigin } from './environment'

const zone = 'Europe/Oslo'
// Oslo keeps the clock of Berlin, and the library names it so.
const block = [tzlib_get_ical_block(zone)].flat()[0]?.replaceAll('Europe/Berlin', zone) ?? ''

const hourInSeconds = 3_600
// The library leaves the name of a calendar as it is.
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, String.raw`\$&`)

/** Meetings as an iCalendar (RFC 5545), in the reader's language. */
function calendarOf(name: string, meetings: readonly ListedMeeting[]): string {
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

function eventOf(meeting: ListedMeeting) {
  const { id, heldOn, startsAt, endsAt, status, place, round, sequence, revisedAt, notices, body } = meeting
  const day = Temporal.PlainDate.from(heldOn)
  const at = (time: string) => day.toZonedDateTime({ timeZone: zone, plainTime: time })
  const url = portalOrigin + addressOf(meetingPath(meeting))
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
    summary: round ? m.calendar_event_in_round({ name: body.name, round }) : body.name,
    ...(place ? { location: place } : {}),
    description: [...notices.map(sayNotice), url].join('\n'),
    url,
    // One that was moved to a day nobody recorded is not on this one.
    status: status === 'CANCELLED' || status === 'MOVED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

/** The same as an answer, under a name to keep it by. */
export const calendarAnswer = (name: string, file: string, meetings: readonly ListedMeeting[]): Response =>
  new Response(calendarOf(name, meetings), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${file.replace(/[^\w-]/g, '')}.ics"`,
      // Calendars in a browser read it from their own address.
      'access-control-allow-origin': '*',
    },
  })
