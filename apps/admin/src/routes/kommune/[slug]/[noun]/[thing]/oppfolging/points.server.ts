import { labels, m, sayDay, sayList, todayInOslo } from '@samrad/i18n'
import type { List } from '#lib/list/narrow'
import { ownersOf } from '#lib/meetings/asked'
import { askPoints } from '#lib/server/action-points'

type Asker = { locals: App.Locals; params: { slug: string; noun: string; thing: string } }

/** The action points of a body: those that are open, and then those that are closed. */
export async function askPointList(event: Asker): Promise<List> {
  const { slug, noun, thing } = event.params
  const { points } = await askPoints(event)
  const today = todayInOslo()
  const open = points.filter(({ state }) => state === 'OPEN')
  const closed = points.filter(({ state }) => state !== 'OPEN')
  return {
    columns: [
      m.point_text(),
      m.point_kind(),
      m.point_asked_by(),
      m.point_owners(),
      m.point_due(),
      m.state(),
      m.point_note(),
    ],
    groups: {
      label: m.state(),
      options: [
        { value: 'OPEN', label: m.points_open() },
        { value: 'OVERDUE', label: m.points_overdue() },
        { value: 'CLOSED', label: m.points_closed() },
      ],
    },
    rows: [...open, ...closed].map((point) => {
      const isLate = point.state === 'OPEN' && point.dueOn !== null && point.dueOn < today
      return {
        id: point.id,
        group: point.state !== 'OPEN' ? 'CLOSED' : isLate ? 'OVERDUE' : 'OPEN',
        cells: [
          { text: point.text, href: `/kommune/${slug}/${noun}/${thing}/oppfolging/${point.id}` },
          { text: labels.pointKind[point.kind]() },
          { text: point.by === undefined ? '' : (point.by?.name ?? m.party_unknown()) },
          { text: sayList(ownersOf(point)) },
          { text: point.dueOn ? sayDay(point.dueOn) : '', key: point.dueOn ?? '9999', file: point.dueOn ?? '' },
          { text: isLate ? m.point_overdue() : labels.pointState[point.state]() },
          { text: point.note ?? '' },
        ],
      }
    }),
  }
}
