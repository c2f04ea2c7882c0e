import { getLocale, sayList } from '@samrad/i18n'
import { fileOf, isFormat, minutesDocument } from '@samrad/documents'
import { error } from '@sveltejs/kit'
import { nameOf } from '#lib/attendance/asked'
import { presentersOf } from '#lib/meetings/asked'
import { sayPoint } from '#lib/action-points/say'
import { askMeeting } from '#lib/server/meetings'
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
      minutes,
      agenda: meeting.agenda.map((item) => ({
        ...item,
        presenters: sayList(presentersOf(item)),
        points: item.actionPoints.map(sayPoint),
      })),
      attendance: minutes.attendance.map((one) => ({ ...one, name: nameOf(one) })),
      body: body.name,
      municipality: body.municipality.name,
      address: event.url.origin + event.url.pathname.replace(`.${format}`, ''),
    },
    getLocale(),
  )
  return fileOf(document, format, `referat-${body.slug}-${meeting.heldOn}`)
}
