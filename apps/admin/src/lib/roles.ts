import { labels, m, plainTime, sayTime } from '@samrad/i18n'
import type { List } from './list/narrow'

type Held = { kind: keyof typeof labels.role; seat?: { roleTitle: string; body: { name: string } } | null }
type Role = Held & { id: string; name: string; since: string; isYours: boolean }
type Invitation = Held & { id: string; note: string | null; expiresAt: string }

const sayRole = ({ kind, seat }: Held) =>
  seat ? `${labels.role[kind]()}: ${seat.roleTitle}, ${seat.body.name}` : labels.role[kind]()

/** Who has roles, and who is invited to one. */
export const rolesAsList = (roles: readonly Role[], invitations: readonly Invitation[]): List => ({
  columns: [m.access_who(), m.access_role(), m.state(), m.event_day()],
  groups: {
    label: m.state(),
    options: [
      { value: 'HELD', label: m.access_is_held() },
      { value: 'INVITED', label: m.access_is_invited() },
    ],
  },
  rows: [
    ...roles.map((role) => ({
      id: role.id,
      group: 'HELD',
      // Nobody shuts themselves out by mistake.
      ...(role.isYours ? { isFixed: true as const } : {}),
      cells: [
        { text: role.isYours ? m.access_you({ name: role.name }) : role.name },
        { text: sayRole(role) },
        { text: m.access_is_held() },
        { text: m.access_since({ time: sayTime(role.since) }), file: plainTime(role.since), key: role.since },
      ],
    })),
    ...invitations.map((invitation) => ({
      id: invitation.id,
      group: 'INVITED',
      cells: [
        { text: invitation.note ?? m.not_stated() },
        { text: sayRole(invitation) },
        { text: m.access_is_invited() },
        {
          text: m.access_until({ time: sayTime(invitation.expiresAt) }),
          file: plainTime(invitation.expiresAt),
          key: invitation.expiresAt,
        },
      ],
    })),
  ],
})
