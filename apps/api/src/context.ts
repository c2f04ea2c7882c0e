import type { Db } from '@samrad/db'
import type { Viewer } from './auth/viewer.ts'

/** What a request carries. */
export type Context = {
  /** Reads as the viewer's database role. */
  db: Db
  viewer: Viewer
  now: Date
  isDemonstration: boolean
  /** The one date the whole request is answered as of; midnight UTC of that day. */
  asOf: Date
}
