import { labels, m } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'
import type { Field } from './form/kinds'
import { choices } from './nouns/choices'

export const Desk_Meetings = graphql(`
  query Desk_Meetings($municipality: String!, $slug: String!) {
    body(municipality: $municipality, slug: $slug) {
      meetings {
        id
        version
        visibility
        heldOn
        startsAt
        endsAt
        place
        status
        round
      }
    }
  }
`)
export type MeetingData = NonNullable<ResultOf<typeof Desk_Meetings>['body']>['meetings'][number]

/** The form of a meeting. */
export const meetingFields: readonly Field[] = [
  { name: 'heldOn', kind: 'date', label: m.meeting_day, isRequired: true },
  { name: 'startsAt', kind: 'text', label: m.meeting_starts, help: m.meeting_time_help, maxlength: 5 },
  { name: 'endsAt', kind: 'text', label: m.meeting_ends, maxlength: 5 },
  { name: 'place', kind: 'text', label: m.place, maxlength: 500 },
  { name: 'round', kind: 'text', label: m.meeting_round, help: m.meeting_round_help, maxlength: 40 },
  { name: 'status', kind: 'one', label: m.state, options: () => choices(labels.meetingStatus), empty: 'PLANNED' },
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
