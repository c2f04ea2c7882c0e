import { capitalised, m, plainTime, sayTime } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import { sayAct, sayName, sayNoun, things } from '#lib/history/say'
import { askedOf, pageSize, type List, type Row, type Shown } from '#lib/list/narrow'
import { choices } from '#lib/nouns/choices'
import { nouns } from '#lib/nouns/index'
import { askDesk } from '#lib/server/desk'
import { pagesOf } from '#lib/server/lists'

const Desk_Acts = graphql(`
  query Desk_Acts($all: ActFilter!, $filter: ActFilter!, $first: Int, $after: String, $last: Int, $before: String) {
    all: acts(filter: $all, first: 0) {
      totalCount
    }
    acts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        kind
        at
        by
        noun
        isUndone
        name
        slug
      }
    }
  }
`)
type Act = ResultOf<typeof Desk_Acts>['acts']['nodes'][number]
type Asker = { locals: App.Locals; params: { slug: string }; url: URL }

const filtersOf = ({ params: { slug: municipality }, url }: Asker) => {
  const { text, group } = askedOf(url.searchParams)
  return { all: { municipality }, filter: { municipality, text: text || null, noun: group || null } }
}

const listOf = (): Omit<List, 'rows'> => ({
  columns: [m.event_day(), m.acts_what(), m.list_kind(), m.acts_about(), m.acts_who()],
  groups: { label: m.list_kind(), options: choices(things) },
})

const rowOf =
  (municipality: string) =>
  ({ id, at, kind, isUndone, noun, name, slug, by }: Act): Row => {
    const path = nouns.find(({ type }) => type === noun)?.path
    const page = path && slug ? { href: `/kommune/${municipality}/${path}/${slug}/historikk` } : {}
    return {
      id,
      cells: [
        { text: sayTime(at), file: plainTime(at), href: `/hendelse/${id}` },
        { text: capitalised(sayAct(kind)) + (isUndone ? ` (${m.history_undone()})` : '') },
        { text: sayNoun(noun) },
        { text: name ? sayName(name) : '', ...page },
        { text: by ?? m.history_nobody() },
      ],
    }
  }

/** A page of what was done in a municipality, the latest first, or the first one when sorted by day. */
export async function askActs(event: Asker): Promise<Shown> {
  const asked = askedOf(event.url.searchParams)
  const isOldestFirst = asked.sort === '0'
  const [olderThan, newerThan] = [event.url.searchParams.get('eldre'), event.url.searchParams.get('nyere')]
  const fromTheEnd = newerThan !== null || (isOldestFirst && olderThan === null)
  const place = fromTheEnd ? { last: pageSize, before: newerThan } : { first: pageSize, after: olderThan }
  const { all, acts } = await askDesk(event, Desk_Acts, { ...filtersOf(event), ...place })
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = acts.pageInfo
  const older = hasNextPage && endCursor ? { eldre: endCursor } : null
  const newer = hasPreviousPage && startCursor ? { nyere: startCursor } : null
  const rows = acts.nodes.map(rowOf(event.params.slug))
  return {
    ...listOf(),
    asked,
    rows: isOldestFirst ? rows.toReversed() : rows,
    total: all.totalCount,
    found: acts.totalCount,
    unsorted: [1, 2, 3, 4],
    place: null,
    before: isOldestFirst ? older : newer,
    after: isOldestFirst ? newer : older,
  }
}

/** All that the address asks for, in its order, as a list to download. */
export async function* actsAsRows(event: Asker): AsyncGenerator<Row[]> {
  const isOldestFirst = askedOf(event.url.searchParams).sort === '0'
  const pages = pagesOf(async (cursor) => {
    const place = isOldestFirst ? { last: 100, before: cursor } : { first: 100, after: cursor }
    const { nodes, pageInfo } = (await askDesk(event, Desk_Acts, { ...filtersOf(event), ...place })).acts
    return isOldestFirst
      ? {
          nodes: nodes.toReversed(),
          pageInfo: { hasNextPage: pageInfo.hasPreviousPage, endCursor: pageInfo.startCursor },
        }
      : { nodes, pageInfo }
  })
  for await (const acts of pages) yield acts.map(rowOf(event.params.slug))
}

export const columns = (): string[] => listOf().columns
