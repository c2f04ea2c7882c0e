import { labels, m } from '@samrad/i18n'
import type { Field } from '#lib/form/kinds'
import { ownersOf, type PointData } from '#lib/meetings/asked'
import { choices } from '#lib/nouns/choices'

/** The form of an action point. */
export const pointFields: readonly Field[] = [
  {
    name: 'kind',
    kind: 'one',
    label: m.point_kind,
    help: m.point_kind_help,
    options: () => choices(labels.pointKind),
    empty: 'TASK',
  },
  { name: 'text', kind: 'text', label: m.point_text, isRequired: true, maxlength: 500 },
  {
    name: 'owners',
    kind: 'parties',
    label: m.point_owners,
    help: m.point_owners_help,
    from: (point: PointData) => ownersOf(point),
  },
  { name: 'dueOn', kind: 'date', label: m.point_due },
]

const note: Field = {
  name: 'note',
  kind: 'text',
  label: m.point_note,
  help: m.point_note_help,
  rows: 3,
  maxlength: 5000,
}

/** The form of who answers for one. */
export const reportFields: readonly Field[] = [note]

/** The form of what became of one. */
export const closeFields: readonly Field[] = [
  {
    name: 'as',
    kind: 'one',
    label: m.point_became,
    options: () => choices({ DONE: labels.pointState.DONE, DROPPED: labels.pointState.DROPPED }),
    empty: 'DONE',
  },
  note,
]
