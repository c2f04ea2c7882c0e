/** Whether a period of the API holds on a day. Days as text sort as days. */
export const holdsOn = ({ from, to }: { from: string | null; to: string | null }, day: string): boolean =>
  (!from || from <= day) && (!to || to > day)

/** The day before a day, both as text. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
