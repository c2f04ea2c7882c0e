/**
 * The items after one was moved: `up <id>`, `down <id>`, or to the place of another, `<id> to <other>`. As they are for no
 * move at all; undefined for one that cannot be.
 */
export function moved(items: readonly string[], move: string): string[] | undefined {
  if (!move) return [...items]
  const [, step, one = ''] = /^(up|down) (\S+)$/.exec(move) ?? []
  const [, dragged = one, target = ''] = /^(\S+) to (\S+)$/.exec(move) ?? []
  const from = items.indexOf(dragged)
  const to = step ? from + (step === 'up' ? -1 : 1) : items.indexOf(target)
  if (from < 0 || to < 0 || to >= items.length) return undefined
  return items.toSpliced(from, 1).toSpliced(to, 0, dragged)
}
