import { keyId } from './ids.ts'
import { inTransaction } from './transaction.ts'

type Role =
  | { kind: 'coordinator' | 'leader'; municipality: string }
  | { kind: 'member'; municipality: string; body: string; seat: string }
  | { kind: 'operator' }
export type DemoUser = { id: string; name: string; roles: Role[] }

const policeContact = 'Fagsjef forebyggende/ politikontakt'

/** Whom one can be in the demonstration: roles, never persons. */
export const demoUsers: DemoUser[] = [
  ...[
    { id: 'baerum', name: 'Koordinator i Bærum', municipality: '3201' },
    { id: 'bergen', name: 'Koordinator i Bergen', municipality: '4601' },
    { id: 'eidskog', name: 'Koordinator i Eidskog', municipality: '3416' },
    { id: 'lillehammer', name: 'Koordinator i Lillehammer', municipality: '3405' },
  ].map(({ id, name, municipality }): DemoUser => {
    return { id: `koordinator-${id}`, name, roles: [{ kind: 'coordinator', municipality }] }
  }),
  {
    id: 'koordinator-to-kommuner',
    name: 'Koordinator i Eidskog og Lillehammer',
    roles: [
      { kind: 'coordinator', municipality: '3416' },
      { kind: 'coordinator', municipality: '3405' },
    ],
  },
  {
    id: 'medlem',
    name: 'Ungdoms-LOS i Eidskog',
    roles: [{ kind: 'member', municipality: '3416', body: 'slt-arbeidsgruppe', seat: 'Ungdoms-LOS' }],
  },
  {
    id: 'politikontakt',
    name: 'Politikontakt i to av Bergens politiråd',
    roles: ['lokalt-politiraad-vest', 'lokalt-politiraad-soer'].map((body) => {
      return { kind: 'member', municipality: '4601', body, seat: policeContact }
    }),
  },
  { id: 'leder', name: 'Leder av SLT-styret i Bærum', roles: [{ kind: 'leader', municipality: '3201' }] },
  { id: 'drift', name: 'Driftsansvarlig', roles: [{ kind: 'operator' }] },
  { id: 'uten-rolle', name: 'Nytilsatt uten rolle', roles: [] },
]

/** Gives the users of the demonstration's provider their accounts and roles, once: what was changed since is left as it is. */
export async function loadDemoUsers(url: string, issuer: string): Promise<void> {
  await inTransaction(url, async (client) => {
    for (const { id, name, roles } of demoUsers) {
      const accountId = keyId('account', issuer, id)
      const { rowCount } = await client.query(
        'INSERT INTO account (id, issuer, subject, name, email) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
        [accountId, issuer, id, name, `${id}@demo.example`],
      )
      if (!rowCount) continue
      for (const role of roles)
        await client.query(
          `INSERT INTO role_grant (id, account_id, kind, municipality_id, seat_id)
           SELECT $1, $2, $3, (SELECT municipality_id FROM municipality_version WHERE country = 'NO' AND number = $4 LIMIT 1), $5`,
          [crypto.randomUUID(), accountId, role.kind, numberOf(role), await seatOf(role)],
        )
    }

    // Which seat, as data files name it.
    async function seatOf(role: Role): Promise<string | null> {
      if (role.kind !== 'member') return null
      const { rows } = await client.query<{ id: string }>(
        `SELECT seat.id FROM seat JOIN body ON body.id = seat.body_id
           JOIN municipality_version AS home ON home.municipality_id = body.home_municipality_id AND home.number = $1
          WHERE body.slug = $2 AND seat.role_title = $3`,
        [role.municipality, role.body, role.seat],
      )
      if (!rows[0]) throw new Error(`The demonstration has no seat «${role.seat}» in ${role.body}`)
      return rows[0].id
    }
  })
}

const numberOf = (role: Role): string | null =>
  role.kind === 'coordinator' || role.kind === 'leader' ? role.municipality : null
