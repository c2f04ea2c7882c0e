import type { Period } from '@samrad/db'
import { isInForce } from '../../in-force.ts'

/**
 * Which municipality a number means: the one that had it on the date, else the one that had it last before,
 * else the first to get it. Undefined when nobody ever had it.
 */
export function numberedAs(versions: (Period & { municipalityId: string })[], date: Date): string | undefined {
  const ordered = versions.toSorted(
    (a, b) => (a.validFrom?.getTime() ?? -Infinity) - (b.validFrom?.getTime() ?? -Infinity),
  )
  const meant =
    ordered.find((version) => isInForce(version, date)) ??
    ordered.findLast(({ validTo }) => validTo && validTo <= date) ??
    ordered[0]
  return meant?.municipalityId
}
