type Visibility = 'PUBLIC' | 'NEIGHBOURS' | 'INTERNAL'
export type Audience = 'citizen' | 'neighbour'

/** Something that is pointed at and not seen by everybody. */
export type Hidden = { name: string; visibility: Visibility }

/** Whether somebody sees what has this visibility. */
export const isSeen = (visibility: unknown, audience: Audience) =>
  visibility === 'PUBLIC' || (audience === 'neighbour' && visibility === 'NEIGHBOURS')

type Data = { [key: string]: unknown }
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && !value.length)

/** What is left of a thing’s data for somebody who does not see everything it points at: as the open door answers them. */
export function seenBy<Thing extends object>(thing: Thing, audience: Audience): Thing {
  // Whether the thing itself is seen is another question.
  return Object.fromEntries(Object.entries(thing).map(([key, value]) => [key, seen(value, audience)])) as Thing
}

function seen(value: unknown, audience: Audience): unknown {
  if (Array.isArray(value)) return value.map((one) => seenRow(one, audience)).filter((one) => one !== null)
  if (!isData(value)) return value
  if ('visibility' in value && !isSeen(value['visibility'], audience)) return null
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, seen(part, audience)]))
}

// A row that only pointed at what is hidden is hidden with it.
function seenRow(row: unknown, audience: Audience): unknown {
  const left = seen(row, audience)
  if (!isData(row) || !isData(left)) return left
  const hasLost = Object.keys(row).some((key) => isEmpty(left[key]) && !isEmpty(row[key]))
  return hasLost && Object.values(left).every(isEmpty) ? null : left
}

/** All that a thing points at and somebody does not see, once each. */
export function hiddenFrom(thing: object, audience: Audience): Hidden[] {
  const found = new Map<string, Hidden>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    if (!isData(value)) return
    const { visibility, name, title } = value
    if (visibility !== undefined && !isSeen(visibility, audience)) {
      const said = String(name ?? title ?? '')
      found.set(said, { name: said, visibility: visibility as Visibility })
    } else Object.values(value).forEach(look)
  }
  Object.values(thing).forEach(look)
  return [...found.values()]
}

/** Lines as somebody sees them, with those they do not see in their places. */
export const marked = (all: readonly string[], left: readonly string[]): { line: string; isHidden: boolean }[] => [
  ...all.map((line) => ({ line, isHidden: !left.includes(line) })),
  // Lines of which only a part is seen.
  ...left.filter((line) => !all.includes(line)).map((line) => ({ line, isHidden: false })),
]
