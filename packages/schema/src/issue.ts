import { z } from 'zod'
import { PartyRules } from './register.ts'
import { line, longest, optional } from './text.ts'

// About three sentences.
const short = 800

/** What may be said of an issue. */
export const IssueRules = z.object({
  title: line(longest.name),
  text: optional(line(short)),
  themes: optional(z.array(line(longest.shortName)).max(8)),
  raisedBy: optional(z.array(PartyRules).max(10)),
})

/** What may be asked of who an issue is lifted to. */
export const LiftRules = z.object({
  question: line(short),
  wantedDecision: optional(line(longest.line)),
  to: optional(PartyRules),
})

/** What may be answered. */
export const AnswerRules = z.object({ answer: line(longest.summary) })

/** What may be said to have come of an issue. */
export const OutcomeRules = z.object({ outcome: line(longest.summary) })
