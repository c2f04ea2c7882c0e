import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { StatementNames } from './statement-names.ts'

type Callback = (error: Error | undefined, connection: PoolClient | undefined, release: () => void) => void

/** A pool whose statements are planned once per connection, as long as `names` are the same: who asks for a connection gets none that holds old plans. */
export class PlanningPool extends Pool {
  readonly names: StatementNames

  constructor(mostPlanned: number, config: PoolConfig) {
    super(config)
    this.names = new StatementNames(mostPlanned)
    this.on('connect', (connection) => this.names.met(connection))
  }

  override connect(): Promise<PoolClient>
  override connect(callback: Callback): void
  override connect(callback?: Callback): Promise<PoolClient> | void {
    const young = this.#young()
    if (!callback) return young
    young.then(
      (connection) => callback(undefined, connection, connection.release),
      (error: Error) => callback(error, undefined, () => undefined),
    )
  }

  async #young(): Promise<PoolClient> {
    const connection = await super.connect()
    if (!this.names.isStale(connection)) return connection
    connection.release(true)
    return this.#young()
  }
}
