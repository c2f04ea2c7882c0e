import { hashOf, newToken } from '@samrad/api/auth/token'
import type { TestDatabase } from './test-database.ts'

export type TestRole =
  { kind: 'coordinator' | 'leader'; municipality: string } | { kind: 'member'; seatId: string } | { kind: 'operator' }

export type SignedIn = { token: string; accountId: string }

/** A signed-in account with these roles; `municipality` is a number. Returns the token of its session. */
export async function signInAs({ owner }: TestDatabase, name: string, roles: TestRole[] = []): Promise<SignedIn> {
  const [accountId, token] = [crypto.randomUUID(), newToken()]
  await owner.query('INSERT INTO account (id, issuer, subject, name) VALUES ($1, $2, $1::uuid::text, $3)', [
    accountId,
    'https://id.example',
    name,
  ])
  await owner.query(
    `INSERT INTO session (id, account_id, token_hash, expires_at) VALUES ($1, $2, $3, now() + interval '1 hour')`,
    [crypto.randomUUID(), accountId, hashOf(token)],
  )
  for (const role of roles)
    await owner.query(
      `INSERT INTO role_grant (id, account_id, kind, municipality_id, seat_id)
       VALUES ($1, $2, $3, (SELECT municipality_id FROM municipality_version WHERE country = 'NO' AND number = $4 LIMIT 1), $5)`,
      [
        crypto.randomUUID(),
        accountId,
        role.kind,
        'municipality' in role ? role.municipality : null,
        'seatId' in role ? role.seatId : null,
      ],
    )
  return { token, accountId }
}

/** The key of a municipality's programs for the open door. */
export async function keyFor({ owner }: TestDatabase, number: string): Promise<string> {
  const token = newToken()
  await owner.query(
    `INSERT INTO api_key (id, municipality_id, name, token_hash)
     VALUES ($1, (SELECT municipality_id FROM municipality_version WHERE number = $2 AND country = 'NO' LIMIT 1), 'test', $3)`,
    [crypto.randomUUID(), number, hashOf(token)],
  )
  return token
}

/** Lets one municipality see what another shares with neighbours. */
export async function share({ owner }: TestDatabase, from: string, to: string): Promise<void> {
  await owner.query(
    `INSERT INTO sharing_agreement (id, owner_id, reader_id) SELECT $1, giver.municipality_id, taker.municipality_id
       FROM municipality_version AS giver, municipality_version AS taker WHERE giver.number = $2 AND taker.number = $3 LIMIT 1`,
    [crypto.randomUUID(), from, to],
  )
}
