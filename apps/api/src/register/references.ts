import type { Db } from '@samrad/db'
import { badInput } from '../errors.ts'
import { usableIds } from './acts.ts'

/** A reference by the id the API gave out. */
export type GivenId = { typename: string; id: string }

const tables: Record<string, string> = {
  Area: 'area',
  Body: 'body',
  CoordinatorPost: 'coordinator_post',
  Issue: 'issue',
  Organisation: 'organisation',
  Scheme: 'scheme',
  SchemeLevel: 'scheme_level',
  Seat: 'seat',
}

/** Gathers what an input points at, so that it is looked up at once. */
export class References {
  #asked: { path: string; table: string; id: string }[] = []
  #faults: Record<string, string> = {}

  /** The database id behind a given one, which must be of the type named. */
  idOf(type: keyof typeof tables & string, given: GivenId, path: string): string {
    const table = tables[type] ?? ''
    if (given.typename === type) this.#asked.push({ path, table, id: given.id })
    else this.#faults[path] = 'not_found'
    return given.id
  }

  /** Throws `BAD_USER_INPUT` for every reference to what the viewer may not refer to: the same as to what is not there. */
  async assertUsable(db: Db): Promise<void> {
    for (const [table, asked] of Map.groupBy(this.#asked, (one) => one.table)) {
      const usable = await usableIds(db, table, [...new Set(asked.map(({ id }) => id))])
      for (const { path, id } of asked) if (!usable.has(id)) this.#faults[path] = 'not_found'
    }
    if (Object.keys(this.#faults).length) throw badInput(this.#faults)
  }
}
