import { labels, m } from '@samrad/i18n'
import { askedOf, csvOf, narrowed } from '#lib/list/narrow'
import { askRows } from '#lib/server/rows'
import { nounOf } from '#lib/server/things'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const noun = nounOf(event.params)
  const rows = narrowed(await askRows(event, noun), askedOf(event.url.searchParams))
  const columns = [m.name(), ...noun.columns.map(({ label }) => label()), m.tab_visibility()]
  const text = csvOf(
    columns,
    rows.map(({ name, cells, visibility }) => [name, ...cells, labels.visibility[visibility]()]),
  )
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${event.params.slug}-${noun.path}.csv"`,
    },
  })
}
