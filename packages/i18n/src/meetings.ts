import { capitalised, sayWeekday } from './dates.ts'
import { m } from './generated/paraglide/messages.js'

/** «kl. 13:00–15:00»; null when the time is not known. */
export const sayHours = ({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }): string | null =>
  startsAt && (endsAt ? m.time_range({ from: startsAt, to: endsAt }) : m.time_from({ from: startsAt }))

type When = { heldOn: string; startsAt: string | null; endsAt: string | null }

/** «onsdag 10. mars 2027 kl. 13:00–15:00». */
export const sayWhen = (meeting: When): string =>
  [sayWeekday(meeting.heldOn), sayHours(meeting)].filter(Boolean).join(' ')

type Notice = {
  kind: 'MOVED' | 'CANCELLED' | 'RESTORED'
  because: string | null
  fromOn: string | null
  fromStartsAt: string | null
  fromEndsAt: string | null
  fromPlace: string | null
}

/** «Flyttet fra onsdag 10. mars 2027 kl. 13:00, Rådhuset. Vinterferie». */
export function sayNotice({ kind, because, fromOn, fromStartsAt, fromEndsAt, fromPlace }: Notice): string {
  const was = fromOn && sayWhen({ heldOn: fromOn, startsAt: fromStartsAt, endsAt: fromEndsAt })
  const text =
    kind === 'MOVED' && was
      ? m.notice_moved_from({ when: [was, fromPlace].filter(Boolean).join(', ') })
      : kind === 'CANCELLED'
        ? capitalised(m.notice_cancelled())
        : capitalised(m.notice_restored())
  return [text, because].filter(Boolean).join('. ')
}
