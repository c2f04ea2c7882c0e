const canceledByTimeout = /"57014"/

// By SQLSTATE (class 08, «admin shutdown» and its kin), the socket's code, Prisma's words for both, or the pool's.
const noConnection =
  /"(?:08[0-9A-Z]{3}|57P0[123]|53300|ECONN[A-Z]+|ENOENT|ETIMEDOUT|EPIPE|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|P2028)"|timeout exceeded when trying to connect|Connection terminated/

// What only the database knows to be wrong, by words of its message: the field it is about, and a code that forms say.
const rules: [words: RegExp, field: string, fault: string][] = [
  [/_one_at_a_time|_not_twice/, 'from', 'overlaps'],
  [/circle in body_reporting/, 'state.reportsTo', 'circle'],
  [/organisation_succession_not_by_itself/, 'state.successors', 'its_own_successor'],
  [/circle in /, 'state', 'circle'],
  [/would be more visible than/, 'visibility', 'more_than_its_body'],
  [/approved minutes never change/, 'id', 'minutes_approved'],
  [/the seat is invited/, 'state.seats', 'seat_invited'],
  [/guests are invited to it/, 'id', 'guests_invited'],
  [/commission_is_answered/, 'note', 'commission_unanswered'],
  [/would be withheld without a law/, 'items', 'ground_missing'],
  [/would be more open than/, 'visibility', 'more_than_its_meeting'],
  [/_period\b/, 'from', 'backwards'],
  [/names_not_kept/, 'id', 'names_not_kept'],
  [/population_count_area_id_counted_on_key/, 'state.populations', 'twice'],
]

/** Which field breaks which rule of the database; undefined when none does. */
export function brokenRule(error: unknown): Record<string, string> | undefined {
  const rule = rules.find(([words]) => says(error, words))
  return rule && { [rule[1]]: rule[2] }
}

/** Whether the database stopped one of two acts that each waited for the other. */
export const isDeadlock = (error: unknown): boolean => says(error, /"(?:40001|40P01|P2034)"|deadlock detected/)

/** Whether an act cannot be undone any more, or two acts got in each other’s way. */
export const isOvertaken = (error: unknown): boolean =>
  says(error, /act_is_last|"(?:40001|40P01|P2034|23505|23503|23001)"/)

/** Whether a row policy refused a write: the rights of the API must have refused it before. */
export const isRefused = (error: unknown): boolean => says(error, /"42501"|row-level security/)

/** Whether the database stopped a statement for taking too long. */
export const isTimeout = (error: unknown): boolean => says(error, canceledByTimeout)

/** Whether there was no connection to the database, or it broke. */
export const isUnavailable = (error: unknown): boolean => says(error, noConnection)

// The driver keeps the database's code in `code`, Prisma somewhere in `meta`.
const says = (error: unknown, words: RegExp): boolean =>
  error instanceof Error && words.test(JSON.stringify({ ...error, said: error.message, cause: undefined }))
