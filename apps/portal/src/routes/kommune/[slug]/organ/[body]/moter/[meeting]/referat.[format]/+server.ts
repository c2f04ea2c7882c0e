import { fileOf, isFormat, minutesDocument } from '@samrad/documents'
import { getLocale, localizeHref } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { meetingPath } from '#lib/addresses'
import { sayParties, sayParty } from '#lib/parties'
import { portalOrigin } from '#lib/server/environment'
import { askMeeting } from '#lib/server/meeting'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { format } = event.params
  if (!isFormat(format)) error(404)
  const meeting = await askMeeting(event)
  const { minutes, body } = meeting
  if (!minutes) error(404)
  const document = minutesDocument(
    {
      ...meeting,
      minutes: { ...minutes, state: 'PUBLISHED' },
      agenda: meeting.agenda.map((item) => ({ ...item, presenters: sayParties(item.presenters), points: [] })),
      attendance: minutes.attendance.map((one) => ({ ...one, name: one.who ? sayParty(one.who) : '' })),
      body: body.name,
      municipality: body.municipality.name,
      address: portalOrigin + localizeHref(meetingPath(meeting)),
    },
    getLocale(),
  )
  return fileOf(document, format, `referat-${body.slug}-${meeting.heldOn}`)
}
