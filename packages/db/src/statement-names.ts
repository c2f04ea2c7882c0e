/**
 * Names of statements: one that has a name is planned once per connection. Callers write their own queries, so when the
 * plans have grown too many all begin anew: connections that hold old ones are stale.
 */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #births = new WeakMap<object, number>()
  readonly #mostPlanned: number
  #planned = 0
  #generation = 0

  /** `mostPlanned`: characters of SQL that are kept planned at once; a plan takes 100 to 200 bytes a character in each connection. */
  constructor(mostPlanned: number) {
    this.#mostPlanned = mostPlanned
  }

  of(sql: string): string {
    const known = this.#names.get(sql)
    if (known) return known
    if (this.#planned + sql.length > this.#mostPlanned) {
      this.#names.clear()
      this.#planned = 0
      this.#generation++
    }
    const name = `g${this.#generation}_${this.#names.size}`
    this.#names.set(sql, name)
    this.#planned += sql.length
    return name
  }

  /** Remembers when a connection was made. */
  met(connection: object): void {
    this.#births.set(connection, this.#generation)
  }

  isStale(connection: object): boolean {
    return this.#births.get(connection) !== this.#generation
  }
}
