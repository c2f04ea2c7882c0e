export { Ages } from './ages.ts'
export {
  Cadence,
  cadencePeriods,
  cadenceUnits,
  fewestPerYear,
  seasons,
  type CadencePeriod,
  type CadenceUnit,
  type Season,
} from './cadence.ts'
export { faultsOf, type FieldFault } from './fault.ts'
export { AnswerRules, IssueRules, LiftRules, OutcomeRules } from './issue.ts'
export {
  ActionPointRules,
  AddendumRules,
  AttendanceRules,
  AgendaItemRules,
  BecauseRules,
  LegalGroundRules,
  MeetingRules,
  SchoolBreakRules,
  MinutesEntryRules,
} from './meeting.ts'
export {
  AreaRules,
  ArenaRules,
  BodyRules,
  CitationRules,
  CoordinatorPostRules,
  DocumentRules,
  OrganisationRules,
  PartyRules,
  SchemeRules,
} from './register.ts'
export { InviteRules, PostWishRules, SeatAddressesRules } from './post.ts'
export { longest } from './text.ts'
export { AnnualTaskRules } from './year.ts'
