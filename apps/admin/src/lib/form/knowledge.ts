import { m } from '@samrad/i18n'

/** How well a day may be known, for a field to choose from. */
export const dayKnowledge = () => [
  { value: 'DAY', label: m.known_day() },
  { value: 'MONTH', label: m.known_month() },
  { value: 'SEASON', label: m.known_season() },
  { value: 'YEAR', label: m.known_year() },
  { value: 'NO_LATER_THAN', label: m.known_no_later_than() },
  { value: 'NO_EARLIER_THAN', label: m.known_no_earlier_than() },
]
