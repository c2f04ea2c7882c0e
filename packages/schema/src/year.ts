import { z } from 'zod'
import { line, longest, optional } from './text.ts'

const month = z.int('invalid').min(1, 'invalid').max(12, 'invalid')

/** What may be said of something that is done every year, or every so many. */
export const AnnualTaskRules = z
  .object({
    title: line(longest.name),
    text: optional(line(longest.summary)),
    fromMonth: month,
    toMonth: month,
    dueDay: optional(z.int('invalid').min(1, 'invalid').max(31, 'invalid')),
    everyYears: optional(z.int('invalid').min(1, 'invalid').max(10, 'invalid')),
    countedFrom: optional(z.int('invalid').min(1990, 'invalid').max(2100, 'invalid')),
    note: optional(line(longest.line)),
  })
  .refine(({ everyYears, countedFrom }) => (everyYears ?? 1) === 1 || countedFrom != null, {
    path: ['countedFrom'],
    error: 'required',
  })
