import { describe, expect, it } from 'vitest'
import type { InviteeData } from '../invitations/asked'
import { repliesOf } from './replies'

const invitee = (more: Partial<InviteeData>): InviteeData => ({
  id: 'x',
  guest: 'Rektor',
  email: null,
  answer: null,
  note: null,
  standIn: null,
  standInNote: null,
  isWithdrawn: false,
  seat: null,
  item: null,
  letters: [],
  ...more,
})

describe('what was answered', () => {
  it.each([
    [{ answer: 'COMING' }, 'PRESENT'],
    [{ answer: 'NOT_COMING' }, 'EXCUSED'],
    [{ answer: 'SUBSTITUTE' }, 'SUBSTITUTE'],
    [{ answer: 'NOT_COMING', standIn: 'COMING' }, 'SUBSTITUTE'],
    [{ answer: 'SUBSTITUTE', standIn: 'NOT_COMING' }, 'EXCUSED'],
    [{ answer: null }, undefined],
    [{ answer: 'COMING', isWithdrawn: true }, undefined],
  ] as const)('%j is taken for %s', (more, presence) => {
    expect(repliesOf([invitee(more)])['Rektor']?.presence).toBe(presence)
  })
})
