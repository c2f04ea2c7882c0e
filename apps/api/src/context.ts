import type { Db } from '@samrad/db'
import type { Viewer } from './auth/viewer.ts'
import type { Doorkeeper } from './auth/doorkeeper.ts'

/** What a request carries. */
export type Context = {
  /** Reads, and in a mutation writes, as the viewer: the row policies of the database decide which rows. */
  db: Db
  viewer: Viewer
  now: Date
  isDemonstration: boolean
  /** Whether letters are sent; they wait where there is no post office. */
  sendsLetters: boolean
  /** The one date the whole request is answered as of; midnight UTC of that day. */
  asOf: Date
  /** Lets people in and out; null at the open door. */
  doorkeeper: Doorkeeper | null
  /** The token that the request came with; null for none. */
  token: string | null
}
