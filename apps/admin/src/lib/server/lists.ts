import { Readable } from 'node:stream'
import { labels, m } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { askedOf, csvLines, narrowed, type List, type Row } from '#lib/list/narrow'
import type { DeskNoun, Listed } from '#lib/nouns/noun'
import { askDesk } from './desk'

/** What a list can be narrowed to when it is by who sees what is in it. */
export const byVisibility = (): NonNullable<List['groups']> => ({
  label: m.tab_visibility(),
  options: Object.entries(labels.visibility).map(([value, say]) => ({ value, label: say() })),
})

/** All things of a kind that a municipality has, as a list. */
export async function askThings(
  event: { locals: App.Locals; params: { slug: string } },
  { all, columns, path }: DeskNoun,
): Promise<List> {
  const { municipality } = await askDesk(event, all, { slug: event.params.slug })
  if (!municipality) error(404)
  return {
    columns: [m.name(), ...columns.map(({ label }) => label()), m.tab_visibility()],
    groups: byVisibility(),
    rows: (municipality.things as Listed[]).map((thing) => ({
      id: thing.id,
      group: thing.visibility,
      cells: [
        // What another municipality keeps is kept there.
        { text: thing.name, href: `/kommune/${thing.municipality?.slug ?? event.params.slug}/${path}/${thing.slug}` },
        ...columns.map(({ say }) => ({ text: say(thing as never) })),
        { text: labels.visibility[thing.visibility](), visibility: thing.visibility },
      ],
    })),
  }
}

type Page<Node> = { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: readonly Node[] }

/** Every page of a list of the API, one after the other. */
export async function* pagesOf<Node>(
  ask: (after: string | null) => Promise<Page<Node>>,
): AsyncGenerator<readonly Node[]> {
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo }: Page<Node> = await ask(after)
    yield nodes
    if (!pageInfo.hasNextPage) return
    after = pageInfo.endCursor
  }
}

/** All of a list of the API. */
export async function everyOne<Node>(ask: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const all: Node[] = []
  for await (const nodes of pagesOf(ask)) all.push(...nodes)
  return all
}

/** A list as a file, with what its address asks for. */
export const csvOf = (list: List, name: string, url: URL): Promise<Response> =>
  csvFrom(list.columns, one(narrowed(list.rows, askedOf(url.searchParams))), name)

/** A file of rows, sent as they come. What refuses the first of them refuses the file. */
export async function csvFrom(
  columns: readonly string[],
  pages: AsyncIterable<readonly Row[]>,
  name: string,
): Promise<Response> {
  const left = pages[Symbol.asyncIterator]()
  const first = await left.next()
  async function* lines() {
    // The mark says UTF-8 to a spreadsheet.
    yield `\uFEFF${csvLines([[...columns]])}`
    for (let page = first; !page.done; page = await left.next())
      yield csvLines(page.value.map(({ cells }) => cells.map(({ text, file }) => file ?? text)))
  }
  const text = Readable.toWeb(Readable.from(lines())).pipeThrough(new TextEncoderStream() as never)
  return new Response(text as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name.replace(/[^\w-]/g, '')}.csv"`,
    },
  })
}

async function* one<Value>(value: Value): AsyncGenerator<Value> {
  yield await Promise.resolve(value)
}
