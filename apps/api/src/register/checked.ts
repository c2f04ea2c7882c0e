import { Ages, Cadence } from '@samrad/schema'
import { cadenceOf } from '../cadence.ts'
import { badInput } from '../errors.ts'

/** The ages that were given; null empties them. Throws `BAD_USER_INPUT` when they are none. */
export function checkedAges(given: object | null | undefined, at = 'state.ages'): Ages | null | undefined {
  if (!given) return given
  const { data } = Ages.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)))
  if (!data) throw badInput({ [at]: 'invalid' })
  return data
}

/** The cadence that was given. Throws `BAD_USER_INPUT` when it is none. */
export function checkedCadence(given: Parameters<typeof cadenceOf>[0], at: string): Cadence {
  const { data } = Cadence.safeParse(cadenceOf(given))
  if (!data) throw badInput({ [at]: 'invalid' })
  return data
}
