/** Limits on one request, and on how many at once at each door; each an environment variable with a documented default. */
export type Limits = {
  cost: number
  depth: number
  breadth: number
  tokens: number
  aliases: number
  pageSize: number
  bodyBytes: number
  timeMs: number
  atOnce: number
}

/** README lists these; a test holds the two together. */
export const limitVariables: Record<keyof Limits, { variable: string; byDefault: number }> = {
  cost: { variable: 'SAMRAD_LIMIT_COST', byDefault: 20_000 },
  depth: { variable: 'SAMRAD_LIMIT_DEPTH', byDefault: 12 },
  breadth: { variable: 'SAMRAD_LIMIT_BREADTH', byDefault: 400 },
  tokens: { variable: 'SAMRAD_LIMIT_TOKENS', byDefault: 1_500 },
  aliases: { variable: 'SAMRAD_LIMIT_ALIASES', byDefault: 15 },
  pageSize: { variable: 'SAMRAD_LIMIT_PAGE_SIZE', byDefault: 100 },
  bodyBytes: { variable: 'SAMRAD_LIMIT_BODY_BYTES', byDefault: 100_000 },
  timeMs: { variable: 'SAMRAD_LIMIT_TIME_MS', byDefault: 2_000 },
  atOnce: { variable: 'SAMRAD_LIMIT_AT_ONCE', byDefault: 60 },
}

/** Reads the limits from an environment; a value that is not a whole number above 0 is an error. */
export function limitsFrom(environment: Record<string, string | undefined>): Limits {
  const entries = Object.entries(limitVariables).map(([name, { variable, byDefault }]) => {
    const value = environment[variable] === undefined ? byDefault : Number(environment[variable])
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`${variable} must be a whole number above 0, not «${environment[variable]}».`)
    return [name, value]
  })
  return Object.fromEntries(entries) as Limits
}

let inForce = limitsFrom({})
export const limits = (): Limits => inForce
export const setLimits = (chosen: Limits): void => {
  inForce = chosen
}
