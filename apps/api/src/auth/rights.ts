/** What somebody can be. One person may be several of these, in several municipalities. */
export const roles = ['anonymous', 'neighbour', 'member', 'leader', 'coordinator', 'operator'] as const
export type Role = (typeof roles)[number]

/** Where a right holds: everywhere, in the municipality of the role, there and in what it takes part in with others, or in the body of one’s seat. */
type Where = 'everywhere' | 'home' | 'home and joint' | 'seat'

/**
 * Who may do what, and where. What is not in the table may nobody. Which things somebody sees is decided by the database;
 * this table says what they may do with what they see.
 */
export const rights = {
  /** Read the register: what is public, and what one's roles let one see beyond that. */
  'register:read': {
    anonymous: 'everywhere',
    neighbour: 'everywhere',
    member: 'everywhere',
    leader: 'everywhere',
    coordinator: 'everywhere',
    operator: 'everywhere',
  },
  /** Sign in, see who one is, take an invitation, sign out. */
  'own:account': {
    anonymous: 'everywhere',
    member: 'everywhere',
    leader: 'everywhere',
    coordinator: 'everywhere',
    operator: 'everywhere',
  },
  /** Mend what a body, scheme, post or arena consists of. */
  'register:mend': { coordinator: 'home and joint' },
  /** Raise an issue in a body. */
  'issue:raise': { coordinator: 'home and joint', leader: 'home', member: 'seat' },
  /** Say that an action point was done: who keeps the body, and who owns it, as the database knows. */
  'point:report': { coordinator: 'home and joint', member: 'seat' },
  /** Answer an invitation to a meeting: who keeps the body, and who sits in the seat, as the database knows. */
  'invitation:answer': { coordinator: 'home and joint', member: 'seat' },
  /** Bring a thing into being, end it, restore it, and decide who sees it. */
  'register:keep': { coordinator: 'home' },
  /** Bring in organisations that belong to no municipality: a police district, a directorate. */
  'shared:bring_in': { coordinator: 'everywhere', operator: 'everywhere' },
  /** Mend organisations that belong to no municipality, and read who did. */
  'shared:mend': { operator: 'everywhere' },
  /** Read who changed what. */
  'history:read': { coordinator: 'home and joint', leader: 'home' },
  /** Invite to roles, and end them. */
  'roles:give': { coordinator: 'home', operator: 'everywhere' },
  /** Share with neighbours, and give programs keys. */
  'sharing:keep': { coordinator: 'home' },
} as const satisfies Record<string, Partial<Record<Role, Where>>>

export type Right = keyof typeof rights

/** What a right is asked about: whose it is, and, for what several municipalities share, which thing. */
export type Place = { home: string | null; thing?: string }

/** Where somebody with one role stands. */
export type Standing = { kind: Role; municipalityId: string | null; bodyId?: string | null }

/** Whether somebody has a right anywhere at all. */
export const mayAnywhere = (standings: readonly Standing[], right: Right): boolean =>
  standings.some(({ kind }) => whereOf(right, kind) !== undefined)

/** Whether somebody has a right in a place. `joint` holds the things they keep together with others. */
export function may(standings: readonly Standing[], joint: ReadonlySet<string>, right: Right, place: Place): boolean {
  return standings.some(({ kind, municipalityId, bodyId }) => {
    const where = whereOf(right, kind)
    if (where === undefined) return false
    if (where === 'everywhere') return true
    if (where === 'seat') return place.thing !== undefined && bodyId === place.thing
    if (municipalityId !== null && municipalityId === place.home) return true
    return where === 'home and joint' && place.thing !== undefined && joint.has(place.thing)
  })
}

const whereOf = (right: Right, kind: Role): Where | undefined => (rights[right] as Partial<Record<Role, Where>>)[kind]
