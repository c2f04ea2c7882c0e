/** A period in which something held. Days; `validTo` is exclusive, null is unbounded. */
export type Period = { validFrom: Date | null; validTo: Date | null }

/** Prisma's form of the as-of predicate; `valid_at` is the database's. */
export const validAt = (date: Date) => ({
  AND: [
    { OR: [{ validFrom: null }, { validFrom: { lte: date } }] },
    { OR: [{ validTo: null }, { validTo: { gt: date } }] },
  ],
})
