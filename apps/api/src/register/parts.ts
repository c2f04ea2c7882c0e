import type { Prisma } from '@samrad/db'

/** Somebody in a part of a thing: exactly one of these, and who acts for it if the source says so. Ids are those of the database. */
export type PartyValue = {
  seatId?: string
  organisationId?: string
  postId?: string
  bodyId?: string
  roleTitle?: string
  by?: PartyValue | undefined
}

/** What one row of a part is to say. */
export type PartValue = {
  /** The row it is, when it is one that is there. */
  id?: string | undefined
  columns: Record<string, unknown>
  parties?: PartyValue[] | undefined
  clauses?: string[] | undefined
}

/** A part of a thing: a table of dated rows that belong to it. */
export type Part = {
  model: Extract<keyof Prisma.TypeMap['model'], string>
  /** The columns that say something. */
  columns: readonly string[]
  /** Those of them that tell what a row is about; a thing says one thing about each at a time. None: one row at a time. */
  key: readonly string[]
  /** Which columns hold JSON. */
  json?: readonly string[]
  /** For rows that do not last as long as the thing: whether they have days of their own, said with them, or none. */
  time?: 'own' | 'none'
  /** The column that says whose it is, where that is not the noun’s. */
  owner?: string
  /** The function of the database that tells whether anything hangs on a row of it: such a one is not removed. */
  inUse?: 'seats_in_use' | 'levels_in_use'
  /** Whether an end may be said with a row, beside that of the thing. */
  hasEnd?: true
  /** Whether several rows of one key may hold at a time, each as long as it likes. */
  isMany?: true
  isOrdered?: true
  hasParties?: true
  hasClauses?: true
  /** For a relation that is seen where both ends are: which column names the other end, and where its fact does. */
  otherEnd?: { column: string; factColumn: string }
}

/** A kind of thing in the register: its model, how its parts and their facts name it, and its parts. */
export type Noun = {
  model: 'Body' | 'Organisation' | 'Area' | 'Scheme' | 'CoordinatorPost' | 'Arena'
  owner: 'bodyId' | 'organisationId' | 'areaId' | 'schemeId' | 'postId' | 'arenaId'
  parts: Record<string, Part>
}

/** The column of a part that says whose it is. */
export const ownerOf = (noun: Noun, part: Part): string => part.owner ?? noun.owner

/** What is said of a thing at a time, part by part; parts that are left out are left alone. */
export type State = Record<string, PartValue[] | undefined>
