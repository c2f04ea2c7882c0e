import type { Period } from '@samrad/db'

/** Whether a period holds on a date. */
export const isInForce = ({ validFrom, validTo }: Period, date: Date): boolean =>
  (!validFrom || validFrom <= date) && (!validTo || validTo > date)

/** The rows that held on a date. */
export const inForce = <Row extends Period>(rows: Row[], date: Date): Row[] =>
  rows.filter((row) => isInForce(row, date))

/**
 * The version that held on a date; before the first or in a gap the nearest later or earlier one, so that
 * an identity found outside its period still has a name.
 */
export function versionAt<Version extends Period>(versions: Version[], date: Date): Version {
  const ordered = versions.toSorted(
    (a, b) => (a.validFrom?.getTime() ?? -Infinity) - (b.validFrom?.getTime() ?? -Infinity),
  )
  const version =
    ordered.find((row) => isInForce(row, date)) ??
    ordered.findLast((row) => row.validTo && row.validTo <= date) ??
    ordered[0]
  if (!version) throw new Error('An identity without a version')
  return version
}

const dayInMs = 86_400_000

/** The day an identity's relations are read as of: the asked date, or its last or first day when asked outside its period. */
export function dayWithin({ validFrom, validTo }: Period, date: Date): Date {
  if (validTo && validTo <= date) return new Date(validTo.getTime() - dayInMs)
  if (validFrom && validFrom > date) return validFrom
  return date
}

/** The rows of an identity that held on the date, or in its last or first state when it is asked about outside its period. */
export const during = <Row extends Period>(owner: Period, rows: Row[], date: Date): Row[] =>
  inForce(rows, dayWithin(owner, date))

/** What `during` needs to know of the identity itself. */
export const bounds = { validFrom: true, validTo: true } as const
