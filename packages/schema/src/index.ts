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
export {
  AreaRules,
  ArenaRules,
  BodyRules,
  CitationRules,
  CoordinatorPostRules,
  DocumentRules,
  MeetingRules,
  OrganisationRules,
  PartyRules,
  SchemeRules,
  faultsOf,
  longest,
  type FieldFault,
} from './register.ts'
