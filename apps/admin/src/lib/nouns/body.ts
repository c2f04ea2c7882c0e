import { capitalised, labels, m, sayList } from '@samrad/i18n'
import type { ResultOf } from '@samrad/schema/admin'
import { partyName } from '../form/party'
import { Desk_Bodies, DeskBody, type DeskBodyData } from './body-asked'
import { choices } from './choices'
import { fieldsOf, type DeskNoun } from './noun'

type Row = NonNullable<ResultOf<typeof Desk_Bodies>['municipality']>['things'][number]

const parties = (data: { parties: Parameters<typeof partyName>[0][] }) => data.parties.map(partyName)

const fields = fieldsOf<DeskBodyData>()(
  {
    name: 'name',
    kind: 'text',
    label: m.body_name,
    help: m.body_name_help,
    maxlength: 200,
    isRequired: true,
  },
  { name: 'shortName', kind: 'text', label: m.body_short_name, maxlength: 40 },
  {
    name: 'functions',
    kind: 'many',
    label: m.body_functions,
    help: m.body_functions_help,
    options: () => choices(labels.function),
    from: ({ functions }) => functions.map(({ kind }) => kind),
  },
  { name: 'summary', kind: 'text', label: m.body_summary, help: m.body_summary_help, rows: 4, maxlength: 5000 },
  {
    name: 'reportsTo',
    under: m.body_place,
    kind: 'rows',
    label: m.body_reports_to,
    one: m.body_reporting_one,
    fields: [
      {
        name: 'body',
        kind: 'one',
        label: m.body_reports_to_body,
        options: ({ bodies }) => bodies.map(({ id, name }) => ({ value: id, label: name })),
        from: ({ parent }: { parent: { id: string } | null }) => parent?.id,
      },
      { name: 'parties', kind: 'parties', label: m.body_reports_to_others, from: parties },
    ],
  },
  {
    name: 'levels',
    kind: 'many',
    label: m.body_levels,
    options: ({ levels }) => levels.map(({ id, name }) => ({ value: id, label: name })),
    from: ({ levels }) => levels.map(({ level }) => level.id),
  },
  {
    name: 'areas',
    kind: 'many',
    label: m.body_areas,
    help: m.body_areas_help,
    options: ({ areas }) => areas.map(({ id, name }) => ({ value: id, label: name })),
    from: ({ areas }) => areas.map(({ area }) => area.id),
  },
  {
    name: 'municipalities',
    kind: 'municipalities',
    label: m.other_municipalities,
    help: m.other_municipalities_help,
    from: ({ municipalities, municipality: home }) =>
      municipalities.flatMap(({ municipality }) => (municipality.slug === home?.slug ? [] : [municipality])),
  },
  {
    name: 'replaces',
    kind: 'rows',
    label: m.replaces,
    one: m.body_replaced_one,
    fields: [{ name: 'parties', kind: 'parties', label: m.replaces, from: parties }],
  },
  {
    name: 'liftRoutes',
    kind: 'rows',
    label: m.body_lift_routes,
    help: m.body_lift_routes_help,
    one: m.body_lift_route_one,
    fields: [
      {
        name: 'direction',
        kind: 'one',
        label: m.lift_direction,
        options: () => choices(labels.moveDirection),
        empty: 'UP',
      },
      { name: 'parties', kind: 'parties', label: m.lift_to, from: parties },
      { name: 'note', kind: 'text', label: m.body_lift_route_note, maxlength: 500 },
    ],
  },
  {
    name: 'duties',
    under: m.body_work,
    kind: 'rows',
    label: m.duties,
    help: m.parties_help,
    one: m.duty_one,
    fields: [
      { name: 'kind', kind: 'one', label: m.duty_kind, options: () => choices(labels.duty), empty: 'LEADS' },
      { name: 'parties', kind: 'parties', label: m.duty_by, from: parties },
    ],
  },
  {
    name: 'cadences',
    kind: 'rows',
    label: m.cadence_legend,
    help: m.cadence_several,
    one: m.cadence_one,
    isOpen: true,
    fields: [{ name: '', kind: 'cadence', label: m.cadence_legend }],
    from: ({ cadences }) => cadences.map(({ cadence }) => cadence),
  },
  {
    name: 'standingItems',
    kind: 'lines',
    label: m.standing_agenda,
    help: m.one_a_line,
    rows: 4,
    from: ({ standingItems }) => standingItems.map(({ text }) => text),
  },
  {
    name: 'mandates',
    kind: 'rows',
    label: m.mandate,
    one: m.mandate_one,
    fields: [
      { name: 'title', kind: 'text', label: m.mandate_title, maxlength: 200 },
      {
        name: 'clauses',
        kind: 'lines',
        label: m.mandate_clauses,
        help: m.one_a_line,
        rows: 8,
        from: ({ clauses }: { clauses: { text: string }[] }) => clauses.map(({ text }) => text),
      },
      {
        name: 'heldBy',
        kind: 'one',
        label: m.mandate_held_by,
        options: ({ bodies }) => bodies.map(({ id, name }) => ({ value: id, label: name })),
        from: ({ heldBy }: { heldBy: { id: string } | null }) => heldBy?.id,
      },
      {
        name: 'to',
        kind: 'day',
        label: m.holds_until,
        from: ({ period }: { period: { to: string | null; toIs: string | null } }) => ({
          on: period.to,
          is: period.toIs,
        }),
      },
    ],
  },
  {
    name: 'realisation',
    kind: 'one',
    label: m.realisation,
    options: () => choices(labels.realisation),
    empty: 'OWN_MEETINGS',
  },
  {
    name: 'realisedThrough',
    kind: 'text',
    label: m.body_realised_through,
    help: m.body_realised_through_help,
    maxlength: 500,
  },
  { name: 'isConfidential', kind: 'flag', label: m.body_confidential_label, help: m.body_confidential_help },
  { name: 'ages', kind: 'ages', label: m.body_ages },
)

export const body: DeskNoun = {
  path: 'organ',
  type: 'Body',
  input: 'BodyState',
  words: { many: m.bodies_desk, new: m.body_new, lead: m.body_create_lead, none: m.bodies_none_desk },
  fields,
  one: DeskBody,
  all: Desk_Bodies,
  columns: [
    {
      label: m.body_functions,
      say: ({ functions }: Row) => capitalised(sayList(functions.map(({ kind }) => labels.function[kind]()))),
    },
    {
      label: m.body_reports_to,
      say: ({ reportsTo }: Row) => sayList(reportsTo.flatMap(({ parent }) => parent?.name ?? [])),
    },
    { label: m.tab_seats, say: ({ seats }: Row) => String(seats.length) },
  ],
  isOnPortal: true,
}
