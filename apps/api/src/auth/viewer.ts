/** What a viewer may do, `noun:verb`. Which rows they see is decided by the database. */
export type Scope = 'register:read'

/** Who is asking. */
export type Viewer = { kind: 'anonymous'; scopes: ReadonlySet<Scope> }

export const anonymous: Viewer = { kind: 'anonymous', scopes: new Set(['register:read']) }
