/** Where what an act is about is, as seen from its home. */
export const places = ['internal', 'public', 'joint', 'random'] as const
export type Place = (typeof places)[number]

/** What there is in each place, made anew before each act. */
export type There = { body: string; seat: string }

/** One act in the table of who may. */
export type Case = {
  /** Whose it is to do. */
  whose: 'who takes part' | 'the home' | 'roles' | 'who sits there' | 'who owns it' | 'who is invited'
  /** Whether operators do it too, to what belongs to no municipality. */
  isForShared?: true
  where: readonly Place[]
  /** The call, once what it is about has been made. */
  call: (at: There | undefined) => Promise<string>
}

/** The versions of the agenda and the minutes of a meeting. */
export type Versions = { agendaVersion: number; minutes: { version: number } }

/** What cases are made with. */
export type World = {
  /** Has the home’s coordinator do something; returns what was asked of it. */
  made: (call: string, path: string) => Promise<string>
  /** An id of a type that is nobody’s. */
  random: (type: string) => string
  versionsOf: (meeting: string) => Promise<Versions>
}
