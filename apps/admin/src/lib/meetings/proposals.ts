import { m, sayDay } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/admin'

export const Desk_AgendaProposals = graphql(`
  query Desk_AgendaProposals($meeting: ID!) {
    agendaProposals(meeting: $meeting) {
      key
      reason
      title
      count
      on
      body
    }
  }
`)
export type Proposal = ResultOf<typeof Desk_AgendaProposals>['agendaProposals'][number]

const day = (on: string | null): string => (on ? sayDay(on) : '')

/** What the item of a proposal is called. */
export function titleOf({ reason, title, on }: Proposal): string {
  if (reason === 'MINUTES') return m.proposed_minutes({ day: day(on) })
  return reason === 'FOLLOW_UP' ? m.proposed_follow_up() : (title ?? '')
}

/** Why it is proposed. */
export function reasonOf({ reason, count, on, body }: Proposal): string {
  switch (reason) {
    case 'MINUTES':
      return m.proposal_minutes()
    case 'FOLLOW_UP':
      return on
        ? m.proposal_follow_up({ count: count ?? 0, day: day(on) })
        : m.proposal_follow_up_undated({ count: count ?? 0 })
    case 'LIFT':
      return on
        ? m.proposal_lift_by({ body: body ?? m.party_unknown(), day: day(on) })
        : m.proposal_lift({ body: body ?? m.party_unknown() })
    case 'ANSWER':
      return body ? m.proposal_answer({ body, day: day(on) }) : m.proposal_answer_out({ day: day(on) })
    case 'NEW_ISSUE':
      return m.proposal_new_issue()
    case 'ANNUAL_TASK':
      return m.proposal_annual_task({ day: day(on) })
  }
}
