import { may, mayAnywhere, rights, type Place, type Right, type Role, type Standing } from './rights.ts'

/** A role somebody has been given; `municipalityId` is that of the body for a member, null for an operator. */
export type GivenRole = Standing & { id: string; seatId: string | null; bodyId: string | null }

/** Who is asking. */
export type Viewer = {
  /** Null for who has not signed in. */
  account: { id: string; name: string } | null
  standings: readonly (Standing | GivenRole)[]
  /** Things kept together with the municipalities they belong to. */
  joint: ReadonlySet<string>
  scopes: ReadonlySet<Right>
}

const allRights = Object.keys(rights) as Right[]

function viewerOf(account: Viewer['account'], standings: Viewer['standings'], joint: readonly string[] = []): Viewer {
  const scopes = new Set(allRights.filter((right) => mayAnywhere(standings, right)))
  return { account, standings, joint: new Set(joint), scopes }
}

/** All that somebody may do in a place. */
export const rightsIn = ({ standings, joint }: Viewer, place: Place): Right[] =>
  allRights.filter((right) => may(standings, joint, right, place))

export const anonymous: Viewer = viewerOf(null, [{ kind: 'anonymous', municipalityId: null }])

/** A program with the key of a municipality. */
export const neighbour = (municipalityId: string): Viewer => viewerOf(null, [{ kind: 'neighbour', municipalityId }])

/** The seats that somebody is a member by. */
export const seatsOf = ({ standings }: Pick<Viewer, 'standings'>): string[] =>
  standings.flatMap((one) => ('seatId' in one && one.seatId ? [one.seatId] : []))

/** What the database says of who enters with a session. */
export type Entered = {
  id: string
  name: string
  roles: { id: string; kind: Role; municipalityId: string | null; seatId: string | null; bodyId: string | null }[]
  mends: string[]
} | null

/** Who has signed in, with their roles; anonymous when the session is over or never was. Who has no role yet may what anybody may. */
export function viewerFrom(entered: Entered): Viewer {
  if (!entered) return anonymous
  const { id, name, roles, mends } = entered
  return viewerOf({ id, name }, [...anonymous.standings, ...roles], mends)
}
