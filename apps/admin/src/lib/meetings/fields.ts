import { labels, m } from '@samrad/i18n'
import type { Field } from '#lib/form/kinds'
import { choices } from '#lib/nouns/choices'
import { presentersOf, type ItemData } from './asked'

const place: readonly Field[] = [
  { name: 'heldOn', kind: 'date', label: m.meeting_day, isRequired: true },
  { name: 'startsAt', kind: 'time', label: m.meeting_starts, help: m.meeting_time_help },
  { name: 'endsAt', kind: 'time', label: m.meeting_ends },
  { name: 'place', kind: 'text', label: m.place, maxlength: 500 },
]

/** The form of a meeting. */
export const meetingFields: readonly Field[] = [
  ...place,
  { name: 'round', kind: 'text', label: m.meeting_round, help: m.meeting_round_help, maxlength: 40 },
]

/** The form of a meeting that was entered wrongly. */
export const correctFields: readonly Field[] = [
  ...meetingFields,
  {
    name: 'status',
    kind: 'one',
    label: m.state,
    help: m.meeting_status_help,
    options: () => choices(labels.meetingStatus),
    empty: 'PLANNED',
  },
]

/** The form of who sees a meeting. */
export const visibilityField: Field = {
  name: 'visibility',
  kind: 'one',
  label: m.tab_visibility,
  options: () => choices(labels.visibility),
  empty: 'INTERNAL',
}

/** The form of a new meeting. */
export const newMeetingFields: readonly Field[] = [...meetingFields, visibilityField]

const because: Field = {
  name: 'because',
  kind: 'text',
  label: m.meeting_because,
  help: m.meeting_because_help,
  maxlength: 500,
}

/** The form of where a meeting is moved. */
export const moveFields: readonly Field[] = [...place, because]

/** The form of why a meeting is cancelled, or on again. */
export const becauseFields: readonly Field[] = [because]

const title: Field = { name: 'title', kind: 'text', label: m.item_title, isRequired: true, maxlength: 500 }
const kind: Field = { name: 'kind', kind: 'one', label: m.item_kind, options: () => choices(labels.itemKind) }
const minutes: Field = { name: 'minutes', kind: 'number', label: m.item_minutes }

/** By which law not everybody reads an item. */
const groundField: Field = {
  name: 'legalGround',
  kind: 'text',
  label: m.legal_ground,
  help: m.legal_ground_help,
  maxlength: 200,
}

/** Who reads an item, and by which law not everybody does. */
const opennessFields: readonly Field[] = [{ ...visibilityField, label: m.item_visibility }, groundField]

// What it is about stays, whatever else is said of it.
const issue: Field = {
  name: 'issue',
  kind: 'hidden',
  label: m.kind_issue,
  from: (item: ItemData) => item.issue?.id ?? null,
}

/** The form of a new item: what is typed while an agenda is made. */
const newItemFields: readonly Field[] = [title, kind, minutes, issue]

/** The form of an item. */
export const itemFields: readonly Field[] = [
  title,
  kind,
  minutes,
  {
    name: 'presenters',
    kind: 'parties',
    label: m.item_presenters,
    help: m.item_presenters_help,
    from: (item: ItemData) => presentersOf(item),
  },
  issue,
  { name: 'text', kind: 'text', label: m.item_text, rows: 6, maxlength: 5_000 },
  ...opennessFields,
]

/** What is asked of a new item of a meeting: once others read its agenda, also who reads the item. */
export function fieldsOfNew({ agendaState }: { agendaState: string }, mayOpen: boolean): readonly Field[] {
  if (agendaState !== 'PUBLISHED') return newItemFields
  return [...newItemFields, ...(mayOpen ? opennessFields : [groundField])]
}
