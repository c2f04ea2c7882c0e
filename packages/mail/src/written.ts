/** A letter as it is written; who carries it addresses it. */
export type Written = {
  subject: string
  text: string
  html: string
  /** The meeting as an iCalendar (RFC 5545) with its METHOD; null for none. */
  calendar: { method: string; text: string } | null
}
