import { labels, m, sayDay } from '@samrad/i18n'

const acts: Record<string, () => string> = {
  create: m.act_create,
  change: m.act_change,
  correct: m.act_correct,
  end: m.act_end,
  restore: m.act_restore,
  set_visibility: m.act_set_visibility,
  undo: m.act_undo,
}

/** What was done: «rettet», «endret». */
export const sayAct = (kind: string): string => acts[kind]?.() ?? kind

const rows: Record<string, () => string> = {
  body: m.row_body,
  body_version: m.row_body_version,
  body_participation: m.row_participation,
  body_function: m.row_body_function,
  body_level: m.row_body_level,
  body_area: m.row_body_area,
  body_reporting: m.row_body_reporting,
  body_duty: m.row_body_duty,
  body_cadence: m.row_body_cadence,
  standing_item: m.row_standing_item,
  mandate: m.row_mandate,
  mandate_clause: m.row_mandate_clause,
  seat: m.row_seat,
  seat_holder: m.row_seat_holder,
  party: m.row_party,
}

/** What kind of row it is: «plass», «rapporteringslinje». */
export const sayRow = (table: string): string => rows[table]?.() ?? table.replaceAll('_', ' ')

const columns: Record<string, () => string> = {
  name: m.body_name,
  short_name: m.body_short_name,
  summary: m.body_summary,
  realisation: m.realisation,
  realised_through: m.body_realised_through,
  is_confidential: m.body_confidential,
  ages: m.body_ages,
  kind: m.column_kind,
  level_id: m.row_body_level,
  area_id: m.row_body_area,
  parent_id: m.body_reports_to,
  municipality_id: m.municipality,
  cadence: m.cadence_kind,
  text: m.column_text,
  title: m.column_title,
  role_title: m.column_role_title,
  group_title: m.column_group_title,
  organisation_id: m.column_organisation,
  attachment: m.column_attachment,
  quantity: m.column_quantity,
  visibility: m.tab_visibility,
  valid_from: m.column_valid_from,
  valid_to: m.column_valid_to,
  held_by_id: m.column_held_by,
}

/** What a value is called; undefined for what tells nobody anything. */
export const sayColumn = (column: string): string | undefined => columns[column]?.()

const enumerations: Record<string, Record<string, () => string>> = {
  kind: { ...labels.function, ...labels.duty },
  realisation: labels.realisation,
  attachment: labels.attachment,
  visibility: labels.visibility,
}

/** A value in words: a day, a code by its label, the rest as it is. */
export function sayValue(column: string, value: string | null): string {
  if (value === null) return m.conflict_empty()
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return sayDay(value)
  if (value === 'true' || value === 'false') return value === 'true' ? m.yes() : m.no()
  return enumerations[column]?.[value.toUpperCase()]?.() ?? wordingOf(value) ?? value
}

// Values that hold several things keep the words they were said in.
function wordingOf(value: string): string | undefined {
  if (!value.startsWith('{')) return undefined
  const { wording } = JSON.parse(value) as { wording?: string }
  return wording
}
