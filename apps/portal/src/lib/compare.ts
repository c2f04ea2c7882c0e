/** Something that can be told apart at two dates. */
export type Known = { id: string; name: string }
export type Change = { came: Known[]; ended: Known[]; renamed: { before: Known; after: Known }[] }

/** What came, ended and changed its name between two states of the same list. */
export function compare(before: Known[], after: Known[]): Change {
  const was = new Map(before.map((one) => [one.id, one]))
  const is = new Map(after.map((one) => [one.id, one]))
  return {
    came: after.filter(({ id }) => !was.has(id)),
    ended: before.filter(({ id }) => !is.has(id)),
    renamed: after.flatMap((one) => {
      const earlier = was.get(one.id)
      return earlier && earlier.name !== one.name ? [{ before: earlier, after: one }] : []
    }),
  }
}
