import type pg from 'pg'

/** Database roles, named after what they may read. Row policies beside each table decide the rest. */
export const readerRoles = ['samrad_public', 'samrad_neighbour', 'samrad_signed_in'] as const
export type ReaderRole = (typeof readerRoles)[number]

/** Creates the roles that are missing and lets the connected account take them. */
export async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of readerRoles) {
    const { rows } = await client.query<{ exists: boolean; may_take: boolean | null }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS exists,
              (SELECT pg_has_role(current_user, oid, 'MEMBER') FROM pg_roles WHERE rolname = $1) AS may_take`,
      [role],
    )
    try {
      if (!rows[0]?.exists) await createRole(client, role)
      if (!rows[0]?.may_take) await client.query(`GRANT ${role} TO CURRENT_USER`)
    } catch (cause) {
      if (!isNotAllowed(cause)) throw cause
      const { rows: who } = await client.query<{ name: string }>('SELECT quote_ident(current_user) AS name')
      throw new Error(
        `The database account may not create the role ${role}. Ask the database administrator to run: ` +
          readerRoles.map((name) => `CREATE ROLE ${name} NOLOGIN; GRANT ${name} TO ${who[0]?.name};`).join(' '),
        { cause },
      )
    }
  }
}

async function createRole(client: pg.Client, role: ReaderRole): Promise<void> {
  try {
    await client.query(`CREATE ROLE ${role} NOLOGIN`)
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
const isNotAllowed = (error: unknown) => codeOf(error) === '42501'
// Two programs may start on one new server at once.
const isAlreadyThere = (error: unknown) => codeOf(error) === '42710' || codeOf(error) === '23505'
