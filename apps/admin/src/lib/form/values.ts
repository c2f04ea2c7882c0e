/** As it stands in a field; empty when nothing is said. */
export const words = (value: unknown): string => (value == null ? '' : String(value))
/** As the API is told; null when nothing is said. */
export const orNull = (value: string) => value.trim() || null
export const number = (value: string): number | null => (value.trim() ? Number(value.trim()) : null)
const isWhole = (value: string) => /^\s*\d{0,9}\s*$/.test(value)
/** The fields, by name, in which no whole number is typed. */
export const notWhole = (names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([name, value]) => (isWhole(value) ? [] : [[name, 'not_a_number']])))

/** A time of day as the API takes it, of what people write: «9», «9.00», «0930», «kl. 9:30». What is no time stays as it is. */
export function asTime(value: string): string {
  const [, hour = '', minute = '00'] = /^(?:kl\.?\s*)?([01]?\d|2[0-3])(?:[.: ]?([0-5]\d))?$/i.exec(value.trim()) ?? []
  return hour ? `${hour.padStart(2, '0')}:${minute}` : value
}
