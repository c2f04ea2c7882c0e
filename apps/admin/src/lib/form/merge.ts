const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * What two people made of one draft: each field that only one of them changed is as they left it. Those that both
 * changed, and not to the same, are in `conflicts`; until somebody chooses they are mine.
 */
export function merge<Draft extends object>(
  base: Draft,
  mine: Draft,
  theirs: Draft,
): { merged: Draft; conflicts: (keyof Draft & string)[] } {
  const fields = Object.keys(mine) as (keyof Draft & string)[]
  const merged = { ...mine }
  for (const field of fields) if (isSame(mine[field], base[field])) merged[field] = theirs[field]
  const conflicts = fields.filter(
    (field) => !isSame(merged[field], theirs[field]) && !isSame(theirs[field], base[field]),
  )
  return { merged, conflicts }
}
