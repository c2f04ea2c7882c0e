import { m } from '@samrad/i18n'
import { calendarAnswer } from '#lib/server/calendar'
import { askLatest } from '#lib/server/meetings'
import { askBodyName } from '#lib/server/named'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const { slug, name, municipality } = await askBodyName(params, url)
  const meetings = await askLatest({ municipality: municipality.slug, body: slug })
  return calendarAnswer(m.calendar_of({ name }), `moter-${slug}`, meetings)
}
