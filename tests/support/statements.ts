import pg from 'pg'

/** How many statements the readers send to the database while `work` runs. */
export async function statements(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const send = prototype.query
  let count = 0
  prototype.query = function (this: unknown, ...args: unknown[]) {
    // A new connection is asked who it is.
    if (args[0] !== 'SELECT current_user AS name') count++
    return send.apply(this, args)
  }
  try {
    await work()
  } finally {
    prototype.query = send
  }
  return count
}
