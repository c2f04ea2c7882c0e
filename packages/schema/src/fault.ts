import type { z } from 'zod'

/** What is wrong with something typed, as a code that forms say in the reader's language. */
export type FieldFault = 'required' | 'too_long' | 'too_many' | 'invalid' | (typeof said)[number]

/** The faults of a value by the path of each field, such as `seats.3.roleTitle`; undefined when there are none. */
export function faultsOf(rules: z.ZodType, value: unknown): Record<string, FieldFault> | undefined {
  const { error } = rules.safeParse(value)
  return error && Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), faultOf(issue)]))
}

// What a rule says itself.
const said = ['exactly_one', 'required', 'not_a_time', 'ends_before', 'not_an_address', 'not_an_email'] as const

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'invalid' : 'required'
  if (issue.code === 'too_big' && issue.origin === 'number') return 'invalid'
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'too_many' : 'too_long'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  return said.find((fault) => fault === issue.message) ?? 'invalid'
}
