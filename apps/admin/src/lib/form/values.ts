/** As it stands in a field; empty when nothing is said. */
export const words = (value: unknown): string => (value == null ? '' : String(value))
/** As the API is told; null when nothing is said. */
export const orNull = (value: string) => value.trim() || null
export const number = (value: string): number | null => (value.trim() ? Number(value.trim()) : null)
const isWhole = (value: string) => /^\s*\d{0,9}\s*$/.test(value)
/** The fields, by name, in which no whole number is typed. */
export const notWhole = (names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([name, value]) => (isWhole(value) ? [] : [[name, 'not_a_number']])))
