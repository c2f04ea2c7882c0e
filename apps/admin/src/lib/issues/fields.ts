import { labels, m } from '@samrad/i18n'
import { partyName } from '#lib/form/party'
import type { Field } from '#lib/form/kinds'
import { choices } from '#lib/nouns/choices'
import type { IssueData } from './asked'

/** What anybody says who raises an issue. */
export const raiseFields: readonly Field[] = [
  { name: 'title', kind: 'text', label: m.issue_title, help: m.issue_title_help, isRequired: true, maxlength: 200 },
  { name: 'text', kind: 'text', label: m.issue_text, help: m.issue_text_help, rows: 5, maxlength: 800 },
  { name: 'kind', kind: 'one', label: m.issue_kind, options: () => choices(labels.issueKind) },
  { name: 'themes', kind: 'lines', label: m.issue_themes, help: m.issue_themes_help, rows: 2 },
]

/** What who keeps the body says besides: who raised it, and when. */
export const issueFields: readonly Field[] = [
  ...raiseFields,
  {
    name: 'raisedBy',
    kind: 'parties',
    label: m.issue_raised_by,
    help: m.issue_raised_by_help,
    from: ({ raisedBy }: IssueData) => raisedBy.map(partyName).filter(Boolean),
  },
  {
    name: 'raisedOn',
    kind: 'day',
    label: m.issue_raised_on,
    from: ({ raisedOn, raisedIs }: IssueData) => ({ on: raisedOn, is: raisedIs }),
  },
]

/** What is wanted of who an issue is lifted to. */
export const liftFields: readonly Field[] = [
  {
    name: 'direction',
    kind: 'one',
    label: m.lift_direction,
    options: () => choices(labels.moveDirection),
    empty: 'UP',
  },
  { name: 'question', kind: 'text', label: m.lift_question, isRequired: true, rows: 3, maxlength: 800 },
  { name: 'wantedDecision', kind: 'text', label: m.lift_wanted, maxlength: 500 },
  { name: 'answerBy', kind: 'date', label: m.lift_answer_by },
]
