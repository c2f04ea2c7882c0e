import { m } from '@samrad/i18n'
import { calendarAnswer } from '#lib/server/calendar'
import { askLatest } from '#lib/server/meetings'
import { askAreaName } from '#lib/server/named'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const { slug, name, municipality } = await askAreaName(params, url)
  const meetings = await askLatest({ municipality: municipality.slug, area: slug })
  return calendarAnswer(m.calendar_of({ name }), `moter-${slug}`, meetings)
}
