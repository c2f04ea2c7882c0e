/** Whether a period of the API holds on a day. Days as text sort as days. */
export const holdsOn = ({ from, to }: { from: string | null; to: string | null }, day: string): boolean =>
  (!from || from <= day) && (!to || to > day)

const daysFrom = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The day before a day, both as text. */
export const dayBefore = (day: string): string => daysFrom(day, -1)

/** The day after a day, both as text. */
export const dayAfter = (day: string): string => daysFrom(day, 1)
