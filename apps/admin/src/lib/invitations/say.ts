import { m, sayList, sayTime } from '@samrad/i18n'
import { seatName } from '../form/party'
import type { InviteeData, ReachData } from './asked'

type Reach = ReachData['reach'][number]

const reached = {
  HOLDER: m.reach_holder,
  SEAT: m.reach_seat,
  SUBSTITUTE: m.reach_substitute,
  GUEST: m.reach_guest,
}
type Letter = InviteeData['letters'][number]
const sayReached = (to: Letter['to']): string => (to === 'SELF' ? '' : reached[to]())

/** Whom post to a seat reaches: «Post går til: den som har plassen i Samråd og plassens e-post». */
export function sayReach(seatId: string, reach: readonly Reach[]): string {
  const ways = reach.filter((one) => one.seatId === seatId)
  if (!ways.length) return m.reach_nobody()
  return m.reach({ whom: sayList(ways.map(({ to }) => sayReached(to))) })
}

/** What somebody who is invited is called. */
export const nameOfInvitee = ({ guest, seat }: InviteeData): string => guest ?? (seat ? seatName(seat) : '')

export const answers = {
  COMING: m.answer_coming,
  SUBSTITUTE: m.answer_substitute,
  NOT_COMING: m.answer_not_coming,
}

export const standIns = {
  ASKED: m.stand_in_asked,
  COMING: m.stand_in_coming,
  NOT_COMING: m.stand_in_not_coming,
}

const wrote = {
  INVITATION: m.wrote_invitation,
  REMINDER: m.wrote_reminder,
  MOVED: m.wrote_moved,
  CANCELLED: m.wrote_cancelled,
  RESTORED: m.wrote_restored,
  WITHDRAWN: m.wrote_withdrawn,
  CONFIRMED: m.wrote_confirmed,
}

/** What was written to somebody and what became of it: «Innkalling sendt 4. februar 2027 kl. 09:05 (vara)». */
export function sayLetters({ letters }: InviteeData): { text: string; isFailed: boolean }[] {
  const lines = letters.map(({ kind, to, sentAt, failure }) => {
    const [what, whom] = [kind === 'DIGEST' || kind === 'ADDRESS' ? '' : wrote[kind](), sayReached(to)]
    if (failure) return { text: m.letter_failed({ what, whom, why: failure }), isFailed: true }
    const text = sentAt ? m.letter_sent({ what, whom, time: sayTime(sentAt) }) : m.letter_waits({ what, whom })
    return { text, isFailed: false }
  })
  // Several who have one seat are written to at the same time.
  return lines.filter(({ text }, nth) => lines.findIndex((one) => one.text === text) === nth)
}

/** How many answered what, in words; empty when nobody is invited. */
export function sayAnswers(invitees: readonly InviteeData[]): string {
  const invited = invitees.filter(({ isWithdrawn }) => !isWithdrawn)
  const count = (answer: InviteeData['answer']) => invited.filter((one) => one.answer === answer).length
  return [
    count('COMING') && m.answers_coming({ count: count('COMING') }),
    count('SUBSTITUTE') && m.answers_substitute({ count: count('SUBSTITUTE') }),
    count('NOT_COMING') && m.answers_not_coming({ count: count('NOT_COMING') }),
    count(null) && m.answers_none({ count: count(null) }),
  ]
    .filter(Boolean)
    .join(', ')
}
