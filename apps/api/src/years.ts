import { badInput } from './errors.ts'

const [first, last] = [1990, 2100]

/** Whether anybody plans in a year, or kept anything of it. */
export const isYear = (year: number): boolean => year >= first && year <= last

/** Throws `BAD_USER_INPUT` for a year that nobody plans in or kept anything of. */
export function assertYear(year: number, path = 'year'): void {
  if (!isYear(year)) throw badInput({ [path]: 'invalid' })
}

/** The first day of a year as midnight UTC; of the nearest that one may ask about. */
export const firstDayOf = (year: number): Date => new Date(Date.UTC(Math.min(Math.max(year, first), last + 1), 0, 1))
