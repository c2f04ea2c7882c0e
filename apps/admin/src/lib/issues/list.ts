import { capitalised, labels, m, sayDay, sayKnownDay, sayList } from '@samrad/i18n'
import type { List } from '#lib/list/narrow'
import { issuePath, type ListedIssue } from './asked'

/** When an issue was raised, as well as it is known. */
export const sayRaised = ({ raisedOn, raisedIs }: Pick<ListedIssue, 'raisedOn' | 'raisedIs'>): string =>
  raisedOn ? sayKnownDay(raisedOn, raisedIs) : ''

/** The days something is waited for until today, in words; empty when it is today, or not known since when. */
export function sayWaited(from: string | null, today: string): string {
  if (!from || from >= today) return ''
  const count = Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000)
  return count === 1 ? m.lift_waited_one() : m.lift_waited_other({ count })
}

/** Issues as a list, those raised last first. */
export const issueList = (issues: readonly ListedIssue[]): List => ({
  columns: [
    m.kind_issue(),
    m.state(),
    m.issue_kind(),
    m.issue_themes(),
    m.issue_raised_on(),
    m.issue_up_in(),
    m.issue_meeting(),
    m.tab_visibility(),
  ],
  groups: {
    label: m.issue_stage(),
    options: Object.entries(labels.issueStage).map(([value, say]) => ({ value, label: capitalised(say()) })),
  },
  rows: issues.map((issue) => {
    const next = issue.forums.flatMap(({ nextMeetingOn }) => nextMeetingOn ?? []).toSorted()[0]
    return {
      id: issue.id,
      group: issue.stage,
      cells: [
        { text: issue.title, href: issuePath(issue) },
        { text: labels.issueStage[issue.stage]() },
        { text: issue.kind ? labels.issueKind[issue.kind]() : '' },
        { text: sayList(issue.themes) },
        { text: sayRaised(issue), key: issue.raisedOn ?? '', file: issue.raisedOn ?? '' },
        { text: sayList(issue.forums.map(({ body }) => body.name)) },
        { text: next ? sayDay(next) : '', key: next ?? '9999', file: next ?? '' },
        { text: labels.visibility[issue.visibility](), visibility: issue.visibility },
      ],
    }
  }),
})
