const norwegian = new Intl.Collator('nb')

/** Sorted the Norwegian way: Æ, Ø, Å last. */
export const sortedByName = <Row>(rows: Row[], nameOf: (row: Row) => string): Row[] =>
  rows.toSorted((a, b) => norwegian.compare(nameOf(a), nameOf(b)))
