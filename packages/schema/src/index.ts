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
  CoordinatorPostRules,
  OrganisationRules,
  PartyRules,
  SchemeRules,
  faultsOf,
  longest,
  type FieldFault,
} from './register.ts'
