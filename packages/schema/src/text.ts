import { z } from 'zod'

/** Text without the white space around it, of which something is seen. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), 'required')
/** What may be left out or null. */
export const optional = <Value extends z.ZodType>(value: Value) => value.nullish()

/** The longest texts of the register, in characters. */
export const longest = { name: 200, shortName: 40, line: 500, summary: 5_000, minutes: 20_000 }

// What is pointed at is looked up by who stores it.
export const reference = z.unknown().optional()
