import type { InviteeData } from '../invitations/asked'
import { answers, nameOfInvitee, standIns } from '../invitations/say'

/** What somebody who was invited had said, and what that means for whether they came. */
export type Reply = { said: string; presence: 'PRESENT' | 'SUBSTITUTE' | 'EXCUSED' }

/** What those who were invited had said, by what they are called. */
export const repliesOf = (invitees: readonly InviteeData[]): Record<string, Reply> =>
  Object.fromEntries(
    invitees.flatMap((one): [string, Reply][] => {
      const { answer, standIn, isWithdrawn } = one
      if (!answer || isWithdrawn) return []
      const isSubstituted = standIn === 'COMING' || (answer === 'SUBSTITUTE' && standIn !== 'NOT_COMING')
      const presence = answer === 'COMING' ? 'PRESENT' : isSubstituted ? 'SUBSTITUTE' : 'EXCUSED'
      const said = [answers[answer](), ...(standIn ? [standIns[standIn]()] : [])].join('. ')
      return [[nameOfInvitee(one), { said, presence }]]
    }),
  )
