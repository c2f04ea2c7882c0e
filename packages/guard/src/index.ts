export { findIdentityNumber, type Place } from './identity-numbers.ts'
export { findSingleCase } from './single-cases.ts'
