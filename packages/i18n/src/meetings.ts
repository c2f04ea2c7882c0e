import { capitalised, sayList, sayWeekday } from './dates.ts'
import { m } from './generated/paraglide/messages.js'
import { labels } from './labels.ts'

/** «kl. 13:00–15:00»; null when the time is not known. */
export const sayHours = ({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }): string | null =>
  startsAt && (endsAt ? m.time_range({ from: startsAt, to: endsAt }) : m.time_from({ from: startsAt }))

type When = { heldOn: string; startsAt: string | null; endsAt: string | null }

/** «onsdag 10. mars 2027 kl. 13:00–15:00». */
export const sayWhen = (meeting: When): string =>
  [sayWeekday(meeting.heldOn), sayHours(meeting)].filter(Boolean).join(' ')

/** What was told of a meeting, as the API gives it. */
export type SaidNotice = {
  kind: 'MOVED' | 'CANCELLED' | 'RESTORED'
  because: string | null
  fromOn: string | null
  fromStartsAt: string | null
  fromEndsAt: string | null
  fromPlace: string | null
}

/** «Flyttet fra onsdag 10. mars 2027 kl. 13:00, Rådhuset. Vinterferie». */
export function sayNotice({ kind, because, fromOn, fromStartsAt, fromEndsAt, fromPlace }: SaidNotice): string {
  const was = fromOn && sayWhen({ heldOn: fromOn, startsAt: fromStartsAt, endsAt: fromEndsAt })
  const text =
    kind === 'MOVED' && was
      ? m.notice_moved_from({ when: [was, fromPlace].filter(Boolean).join(', ') })
      : kind === 'CANCELLED'
        ? capitalised(m.notice_cancelled())
        : capitalised(m.notice_restored())
  return [text, because].filter(Boolean).join('. ')
}

type Came = { name: string; presence: Presence; missed: readonly { number: number }[] }
type Presence = 'PRESENT' | 'SUBSTITUTE' | 'EXCUSED' | 'ABSENT'

/** Who came to a meeting and who did not, in groups: «Til stede», «Leder; Rektor, Skolen (ikke under sak 2)». */
export const sayAttendance = (all: readonly Came[]): { presence: Presence; label: string; names: string }[] =>
  (['PRESENT', 'SUBSTITUTE', 'EXCUSED', 'ABSENT'] as const)
    .map((presence) => ({
      presence,
      label: capitalised(labels.presence[presence]()),
      // Names may have commas in them.
      names: all
        .filter((one) => one.presence === presence && one.name)
        .map(sayOne)
        .join('; '),
    }))
    .filter(({ names }) => names)

const sayOne = ({ name, missed }: Came): string =>
  missed.length ? m.attendance_but({ name, numbers: sayList(missed.map(({ number }) => String(number))) }) : name
