import { isDay, labels, m, sayAges, sayCadence, sayDay, type SaidCadence } from '@samrad/i18n'

const acts: Record<string, () => string> = {
  create: m.act_create,
  change: m.act_change,
  correct: m.act_correct,
  end: m.act_end,
  restore: m.act_restore,
  set_visibility: m.act_set_visibility,
  remove: m.act_remove,
  mark_done: m.act_mark_done,
  mark_undone: m.act_mark_undone,
  undo: m.act_undo,
  take_seat: m.act_take_seat,
  leave_seat: m.act_leave_seat,
  correct_holder: m.act_correct_holder,
  remove_holder: m.act_remove_holder,
  cite: m.act_cite,
  remove_citation: m.act_remove_citation,
  invite: m.act_invite,
  accept: m.act_accept,
  keep_addresses: m.act_keep_addresses,
  invite_to_meeting: m.act_invite_to_meeting,
  remind_invitees: m.act_remind_invitees,
  withdraw_invitee: m.act_withdraw_invitee,
  answer_for_invitee: m.act_answer_for_invitee,
  withdraw: m.act_withdraw,
  share: m.act_share,
  move: m.act_move,
  cancel: m.act_cancel,
  call_again: m.act_call_again,
  hold: m.act_hold,
  add_item: m.act_add_item,
  correct_item: m.act_correct_item,
  remove_item: m.act_remove_item,
  order_items: m.act_order_items,
  add_open_item: m.act_add_item,
  correct_open_item: m.act_correct_item,
  remove_open_item: m.act_remove_item,
  add_point: m.act_add_point,
  correct_point: m.act_correct_point,
  close_point: m.act_close_point,
  report_point: m.act_report_point,
  reopen_point: m.act_reopen_point,
  remove_point: m.act_remove_point,
  write_minutes: m.act_write_minutes,
  record_attendance: m.act_record_attendance,
  send_minutes: m.act_send_minutes,
  take_minutes_back: m.act_take_minutes_back,
  approve_minutes: m.act_approve_minutes,
  publish_minutes: m.act_publish_minutes,
  withdraw_minutes: m.act_withdraw_minutes,
  add_to_minutes: m.act_add_to_minutes,
  lift_issue: m.act_lift_issue,
  answer_lift: m.act_answer_lift,
  withdraw_lift: m.act_withdraw_lift,
  close_issue: m.act_close_issue,
  reopen_issue: m.act_reopen_issue,
  merge_issues: m.act_merge_issues,
  relate_issues: m.act_relate_issues,
  unrelate_issues: m.act_unrelate_issues,
  publish_agenda: m.act_publish_agenda,
  close_agenda: m.act_close_agenda,
  withdraw_agenda: m.act_withdraw_agenda,
}

/** What was done: «rettet», «endret». */
export const sayAct = (kind: string): string => acts[kind]?.() ?? kind

/** The kinds of things that something is done to, by their types in the API. */
export const things: Record<string, () => string> = {
  Body: m.kind_body,
  Area: m.kind_area,
  Organisation: m.kind_organisation,
  Scheme: m.kind_scheme,
  CoordinatorPost: m.kind_post,
  Arena: m.kind_arena,
  Meeting: m.kind_meeting,
  MeetingRound: m.meeting_round,
  SchoolBreak: m.kind_school_break,
  AnnualTask: m.kind_annual_task,
  Issue: m.kind_issue,
  SourceDocument: m.kind_document,
  Invitation: m.kind_invitation,
  RoleGrant: m.kind_role,
  SharingAgreement: m.kind_sharing,
  ApiKey: m.kind_key,
}

/** What a thing is called: a meeting by its day. */
export const sayName = (name: string): string => (isDay(name) ? sayDay(name) : name)

/** What kind of thing it was done to: «Organ». */
export const sayNoun = (noun: string): string => things[noun]?.() ?? noun

const rows: Record<string, () => string> = {
  body: m.row_body,
  body_version: m.row_body_version,
  body_participation: m.row_participation,
  body_function: m.row_body_function,
  body_level: m.row_body_level,
  body_area: m.row_body_area,
  body_reporting: m.row_body_reporting,
  body_replacement: m.row_body_replacement,
  body_lift_route: m.row_body_lift_route,
  body_duty: m.row_body_duty,
  body_cadence: m.row_body_cadence,
  standing_item: m.row_standing_item,
  mandate: m.row_mandate,
  mandate_clause: m.row_mandate_clause,
  seat: m.row_seat,
  seat_holder: m.row_seat_holder,
  party: m.row_party,
  area: m.row_body_area,
  area_version: m.row_body_version,
  area_part: m.row_area_part,
  population_count: m.row_population,
  organisation: m.row_organisation,
  organisation_version: m.row_body_version,
  organisation_parent: m.row_area_part,
  organisation_area: m.row_service,
  organisation_succession: m.row_succession,
  scheme: m.row_scheme,
  scheme_version: m.row_body_version,
  scheme_participation: m.row_participation,
  scheme_level: m.row_body_level,
  scheme_event: m.row_event,
  agreement: m.row_agreement,
  target_group: m.row_target_group,
  partnership: m.row_partnership,
  coordinator_post: m.row_post,
  post_version: m.row_body_version,
  post_participation: m.row_participation,
  post_reporting: m.row_body_reporting,
  portfolio_item: m.row_portfolio_item,
  arena: m.row_arena,
  arena_version: m.row_body_version,
  arena_participation: m.row_participation,
  arena_area: m.row_body_area,
  arena_participant: m.row_participant,
  arena_responsibility: m.row_responsibility,
  meeting: m.row_meeting,
  agenda_item: m.row_agenda_item,
  meeting_notice: m.row_meeting_notice,
  action_point: m.row_action_point,
  minutes: m.minutes,
  minutes_entry: m.row_minutes_entry,
  minutes_addendum: m.row_minutes_addendum,
  attendance: m.row_attendance,
  missed_item: m.row_missed_item,
  issue: m.row_issue,
  issue_forum: m.row_issue_forum,
  issue_move: m.row_issue_move,
  issue_relation: m.row_issue_relation,
  source_document: m.row_document,
  source_reference: m.row_citation,
  role_grant: m.row_role,
  api_key: m.kind_key,
  sharing_agreement: m.kind_sharing,
  invitation: m.row_invitation,
  meeting_round: m.meeting_round,
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
  percent: m.post_percent,
  number: m.number,
  state: m.state,
  place: m.place,
  content: m.arena_content,
  is_rotating: m.arena_rotates,
  is_operative: m.level_operative,
  is_on_demand: m.participant_on_demand,
  is_border_equal: m.service_border,
  name_variants: m.also_written,
  part_id: m.area_consists_of,
  counted_on: m.population_day,
  count: m.population_persons,
  signed_on: m.agreement_signed_on,
  reference: m.event_reference,
  seat_id: m.row_seat,
  body_id: m.kind_body,
  post_id: m.kind_post,
  held_on: m.event_day,
  starts_at: m.meeting_starts,
  ends_at: m.meeting_ends,
  status: m.state,
  publisher: m.document_publisher,
  published_on: m.document_published,
  url: m.document_url,
  licence: m.document_licence,
  annotation: m.document_note,
  quote: m.citation_quote,
  document_id: m.kind_document,
  successor_id: m.successor_one,
  minutes: m.item_minutes,
  decision: m.minutes_decision,
  due_on: m.point_due,
  closed_on: m.point_closed_on,
  note: m.point_note,
  approved_on: m.minutes_approved_on,
  approved_hash: m.minutes_hash,
  legal_ground: m.legal_ground,
  agenda_state: m.agenda_state,
  agenda_closed_because: m.agenda_closed_because,
  because: m.meeting_because,
  from_on: m.notice_from_on,
  from_starts_at: m.notice_from_time,
  from_place: m.notice_from_place,
  withdrawn_at: m.act_withdraw,
  ended_at: m.act_end,
}

/** What a value is called; undefined for what tells nobody anything. */
export const sayColumn = (column: string): string | undefined => columns[column]?.()

const enumerations: Record<string, Record<string, () => string>> = {
  kind: {
    ...labels.organisationKind,
    ...labels.areaKind,
    ...labels.schemeEvent,
    ...labels.role,
    ...labels.function,
    ...labels.duty,
    ...labels.itemKind,
    ...labels.meetingNotice,
  },
  quantity: labels.quantity,
  state: { ...labels.arenaState, ...labels.minutesState, ...labels.pointState },
  status: labels.meetingStatus,
  agenda_state: labels.agendaState,
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

// Values that hold several things: how often, or how old.
function wordingOf(value: string): string | undefined {
  if (!value.startsWith('{')) return undefined
  const {
    wording = '',
    kind,
    from = null,
    to = null,
    orTo = null,
    ...rest
  } = JSON.parse(value) as Record<string, never>
  if (kind) return sayCadence({ kind: String(kind).toUpperCase(), from, to, ...upper(rest) } as unknown as SaidCadence)
  return sayAges({ from, to, orTo, isUnlimited: Boolean(rest['isUnlimited']), wording })
}
// The database has its codes in small letters, the API in capitals.
const upper = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? value.toUpperCase()
        : Array.isArray(value)
          ? value.map((one) => String(one).toUpperCase())
          : value,
    ]),
  )
