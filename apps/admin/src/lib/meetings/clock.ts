const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

type Timed = { minutes: number | null }

/** When each item begins, as `13:20`; null from the first whose time is not known. `startsAt` is when the meeting does. */
export function beginnings(startsAt: string | null, items: readonly Timed[]): (string | null)[] {
  let at = startsAt === null ? null : minutesOf(startsAt)
  return items.map(({ minutes }) => {
    const begins = at
    at = at === null || minutes === null ? null : at + minutes
    return begins === null ? null : timeOf(begins)
  })
}

/** How many minutes longer the items are than the meeting; null when they fit, or when it is not known. */
export function minutesOver(startsAt: string | null, endsAt: string | null, items: readonly Timed[]): number | null {
  if (startsAt === null || endsAt === null) return null
  const over = items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) - (minutesOf(endsAt) - minutesOf(startsAt))
  return over > 0 ? over : null
}
