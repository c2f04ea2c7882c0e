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

/** What is read of a dated row to tell whether it held on a date. */
export const dated = { id: true, validFrom: true, validTo: true } as const

type AsOf = { asOf: Date }

/** Columns of the versions of an identity, for what differs between them: `versionAt` says which version counts. */
export const inVersion = <Column extends string>(...columns: Column[]) => ({
  id: true as const,
  versions: {
    select: { ...dated, ...(Object.fromEntries(columns.map((column) => [column, true])) as Record<Column, true>) },
  },
})

/** Makes a field answer with a column of the version that held on the date. */
export const ofVersion = <Column extends string>(column: Column) => ({
  select: inVersion(column),
  resolve: <Value>({ versions }: { versions: (Period & Record<Column, Value>)[] }, _args: object, { asOf }: AsOf) =>
    versionAt(versions, asOf)[column],
})

/** Makes a field answer with the rows of a relation that held on the date, or in the owner's last or first state. */
export const held = <Relation extends string, const Query extends object = object>(
  relation: Relation,
  query?: Query,
) => ({
  select: (_args: object, _context: object, nested: (rows: { select: typeof dated } & Query) => unknown) =>
    ({
      ...dated,
      // An order that stays, where none is asked for.
      [relation]: nested({ select: dated, orderBy: { id: 'asc' }, ...query } as unknown as {
        select: typeof dated
      } & Query),
    }) as typeof dated & Record<Relation, { select: typeof dated } & Query>,
  resolve: <Row extends Period>(owner: Period & Record<Relation, Row[]>, _args: object, { asOf }: AsOf) =>
    during(owner, owner[relation], asOf),
})
