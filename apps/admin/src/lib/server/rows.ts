import { error } from '@sveltejs/kit'
import type { Row } from '#lib/list/narrow'
import type { DeskNoun, Listed } from '#lib/nouns/noun'
import { askDesk } from './desk'

/** All things of a kind that a municipality has, as rows. */
export async function askRows(
  event: { locals: App.Locals; params: { slug: string } },
  { all, columns, path }: DeskNoun,
): Promise<Row[]> {
  const { municipality } = await askDesk(event, all, { slug: event.params.slug })
  if (!municipality) error(404)
  return (municipality.things as Listed[]).map((thing) => ({
    id: thing.id,
    // What another municipality keeps is kept there.
    href: `/kommune/${thing.municipality?.slug ?? event.params.slug}/${path}/${thing.slug}`,
    name: thing.name,
    visibility: thing.visibility,
    cells: columns.map(({ say }) => say(thing as never)),
  }))
}
