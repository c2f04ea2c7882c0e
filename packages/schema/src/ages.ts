import { z } from 'zod'

const age = z.int().min(0).max(120)

/**
 * An age range in whole years, both ends included. `orTo` is an alternative end («0-18/23»: to 18, or 23).
 * `isUnlimited` says that the source states no limit; an end that is left out is open or not stated.
 */
export const Ages = z
  .strictObject({
    from: age.optional(),
    to: age.optional(),
    orTo: age.optional(),
    isUnlimited: z.boolean().optional(),
    wording: z.string().trim().min(1).max(200).describe('as the source says it'),
  })
  .refine(({ from = 0, to = 120, orTo = 120 }) => from <= to && from <= orTo, 'ages must be in order: from, then to')
export type Ages = z.infer<typeof Ages>
