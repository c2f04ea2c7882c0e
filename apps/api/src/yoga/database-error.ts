const canceledByTimeout = /"57014"/

// By SQLSTATE (class 08, «admin shutdown» and its kin), the socket's code, Prisma's words for both, or the pool's.
const noConnection =
  /"(?:08[0-9A-Z]{3}|57P0[123]|53300|ECONN[A-Z]+|ENOENT|ETIMEDOUT|EPIPE|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)"|timeout exceeded when trying to connect|Connection terminated/

/** Whether the database stopped a statement for taking too long. */
export const isTimeout = (error: unknown): boolean => says(error, canceledByTimeout)

/** Whether there was no connection to the database, or it broke. */
export const isUnavailable = (error: unknown): boolean => says(error, noConnection)

// The driver keeps the database's code in `code`, Prisma somewhere in `meta`.
const says = (error: unknown, words: RegExp): boolean =>
  error instanceof Error && words.test(JSON.stringify({ ...error, said: error.message, cause: undefined }))
