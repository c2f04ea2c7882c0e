import { m } from '@samrad/i18n'

const sayings: Record<string, () => string> = {
  required: m.fault_required,
  too_long: m.fault_too_long,
  too_many: m.fault_too_many,
  exactly_one: m.fault_exactly_one,
  not_found: m.fault_not_found,
  overlaps: m.fault_overlaps,
  circle: m.fault_circle,
  backwards: m.fault_backwards,
  more_than_its_body: m.fault_more_than_its_body,
  outside_period: m.fault_outside_period,
  before_it_began: m.fault_before_it_began,
  ended_already: m.fault_ended_already,
  not_ended: m.fault_not_ended,
  in_use: m.fault_in_use,
  in_use_later: m.fault_in_use_later,
  names_not_kept: m.fault_names_not_kept,
  not_a_day: m.fault_not_a_day,
  not_a_number: m.fault_not_a_number,
  not_with_itself: m.fault_not_with_itself,
  part_is_hidden: m.fault_part_is_hidden,
  shared_already: m.fault_shared_already,
  no_such_organisation: m.fault_no_such_organisation,
  no_such_municipality: m.fault_no_such_municipality,
  undone_already: m.fault_undone_already,
  not_a_time: m.fault_not_a_time,
  ends_before: m.fault_ends_before,
  not_an_address: m.fault_not_an_address,
  last_operator: m.fault_last_operator,
  its_own_successor: m.fault_its_own_successor,
  not_undoable: m.fault_not_undoable,
  one_or_other: m.fault_one_or_other,
}

/** What is wrong with a field, and what to do, by the API's code for it. */
export const sayFault = (code: string): string => (sayings[code] ?? m.fault_invalid)()
