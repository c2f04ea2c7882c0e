import type { InputRef } from '@pothos/core'
import type { Db, Period } from '@samrad/db'
import type { faultsOf } from '@samrad/schema'
import type { Noun, State } from './parts.ts'
import type { GivenId, References } from './references.ts'
import type { Succession } from './write.ts'

/** A kind of thing that coordinators keep: what may be said of it, and how what is said becomes rows. */
export type KeptNoun<Given> = Noun & {
  /** What people call one: «a body». */
  one: string
  ref: unknown
  /** What may be said of it; what is left out is left as it is. */
  input: InputRef<Given>
  rules: Parameters<typeof faultsOf>[0]
  /** The column of its name, which it cannot be without. */
  name: string
  /** What its version says where nothing is said. */
  defaults: Record<string, unknown>
  /** It may belong to no municipality: then any of them brings it in, and who runs the installation mends it. */
  mayBeShared?: true
  /** The parts that are said; of the version only what is said. */
  stateOf: (given: Given, references: References, home: Home) => State | Promise<State>
  /** Carries along what hangs on rows that others took the place of, or that end. */
  succeed?: (db: Db, successions: Succession[], on: Date, id: string) => Promise<void>
  /** Ends what hangs on its parts. */
  endWithin?: (db: Db, id: string, on: Date) => Promise<void>
  /** Takes back what `endWithin` did on a day, to rows that are among those named. */
  restoreWithin?: (db: Db, id: string, on: Date, among: { id?: { in: string[] } }) => Promise<void>
}

export type Home = { id: string; db: Db; asOf: Date }

/** One of a kind as its table has it. */
export type Thing = Period & {
  id: string
  homeMunicipalityId: string | null
  visibility: 'public' | 'neighbours' | 'internal'
  fromIs: string | null
  toIs: string | null
}
/** Which one, and the version the viewer saw. */
export type Version = { id: GivenId; version: number }

type Delegate = Record<
  'findUnique' | 'findUniqueOrThrow' | 'createMany' | 'updateMany' | 'findMany',
  (args: object) => Promise<never>
>
/** The table of a model, whichever it is. */
export const delegate = (db: Db, model: string) =>
  db[(model.charAt(0).toLowerCase() + model.slice(1)) as 'body'] as unknown as Delegate
