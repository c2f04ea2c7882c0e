import { m } from '@samrad/i18n'
import { calendarAnswer } from '#lib/server/calendar'
import { askLatest } from '#lib/server/meetings'
import { askMunicipality } from '#lib/server/municipality-slug'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const { slug, name } = await askMunicipality(params.slug, url)
  return calendarAnswer(m.calendar_of({ name }), `moter-${slug}`, await askLatest({ municipality: slug }))
}
