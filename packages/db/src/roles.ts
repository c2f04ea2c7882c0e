import type pg from 'pg'
import { SetupError } from './setup-error.ts'

/** Database roles, named after what they may read. Row policies beside each table decide the rest. */
export const readerRoles = ['samrad_public', 'samrad_neighbour', 'samrad_signed_in'] as const
export type ReaderRole = (typeof readerRoles)[number]
/** Lets people in and out: accounts and sessions, and nothing else. */
export const porterRole = 'samrad_porter'
/** Carries post: letters that are due, and nothing else. */
export const courierRole = 'samrad_courier'
export type Role = ReaderRole | typeof porterRole | typeof courierRole
const roles: readonly Role[] = [...readerRoles, porterRole, courierRole]

/** Creates the roles that are missing and lets the connected account take them. */
export async function ensureRoles(client: pg.Client): Promise<void> {
  try {
    for (const role of roles) {
      if (await mayTake(client, role)) continue
      await createRole(client, role)
      await client.query(`GRANT ${role} TO CURRENT_USER`)
    }
  } catch (cause) {
    if (!isNotAllowed(cause)) throw cause
    throw new SetupError(
      `The database account may not create the roles of the readers. Ask the database administrator to run: ${(await missing(client)).join(' ')}`,
      { cause },
    )
  }
}

async function mayTake(client: pg.Client, role: Role): Promise<boolean> {
  try {
    await client.query(`SET ROLE ${role}`)
    await client.query('RESET ROLE')
    return true
  } catch (error) {
    if (isNotAllowed(error) || isNotThere(error)) return false
    throw error
  }
}

/** What an administrator is to run. */
async function missing(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ role: string; exists: boolean; account: string }>(
    `SELECT role, EXISTS (SELECT FROM pg_roles WHERE rolname = role) AS exists, quote_ident(current_user) AS account FROM unnest($1::text[]) AS role`,
    [roles],
  )
  return rows.flatMap(({ role, exists, account }) => [
    ...(exists ? [] : [`CREATE ROLE ${role} NOLOGIN;`]),
    `GRANT ${role} TO ${account};`,
  ])
}

async function createRole(client: pg.Client, role: Role): Promise<void> {
  try {
    await client.query(`CREATE ROLE ${role} NOLOGIN`)
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
const isNotThere = (error: unknown) => codeOf(error) === '22023'
const isNotAllowed = (error: unknown) => codeOf(error) === '42501'
// Two programs may start on one new server at once.
const isAlreadyThere = (error: unknown) => codeOf(error) === '42710' || codeOf(error) === '23505'
