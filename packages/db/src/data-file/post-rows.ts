import type { RowCollector } from './collector.ts'
import { begin, participate, sameTime, statesOf, type FindMunicipality, type Item, type Path } from './identity.ts'

/** A coordinator’s post with whom it answers to and its tasks. */
export function postRows(collector: RowCollector, find: FindMunicipality, post: Item<'posts'>, path: Path): void {
  const begun = begin(collector, 'coordinator_post', 'post_id', post, path)
  const { id, key, owner, around } = begun
  for (const { title, percent = null, ages = null, summary = null, ...state } of statesOf(post))
    collector.fact('post_version', [key], { post_id: id, title, percent, ages, summary }, state, owner, around)
  participate(collector, find, { table: 'post_participation', ...begun }, post, sameTime(post))
  post.reportsTo.forEach((line, index) =>
    collector.fact(
      'post_reporting',
      [key, String(index)],
      { post_id: id },
      line,
      owner,
      { ...around, path: [...path, 'reportsTo', index] },
      line.parties,
    ),
  )
  const items = post.portfolio.flatMap(({ items: below, ...item }) => [
    { ...item, level: 1 },
    ...below.map((text) => ({ ...item, text, level: 2 })),
  ])
  items.forEach((item, position) =>
    collector.fact(
      'portfolio_item',
      [key, String(position)],
      { post_id: id, position, level: item.level, text: item.text },
      item,
      owner,
      around,
    ),
  )
}
