import { capitalised, m, sayHours, sayNotice, sayWeekday, sayWhen, type SaidNotice } from '@samrad/i18n'
import { calendarOfLetter, type CalendarMeeting } from '@samrad/web/calendar'
import { htmlOf, textOf, type Block } from './blocks.ts'
import { inLanguage } from './language.ts'
import type { Written } from './written.ts'

/** What somebody who is invited to a meeting is written. */
export type InvitationLetter = {
  kind: 'invitation' | 'reminder' | 'moved' | 'cancelled' | 'restored' | 'withdrawn' | 'confirmed'
  to: 'holder' | 'seat' | 'substitute' | 'guest'
  /** How far it has come with who stands in for the seat. */
  standIn: 'ASKED' | 'COMING' | 'NOT_COMING' | undefined
  /** Where it goes. */
  email: string
  language: string
  meeting: Omit<CalendarMeeting, 'name' | 'url' | 'notices'>
  notice: SaidNotice | null
  body: string
  municipality: string
  /** The seat or function that is invited. */
  who: string
  /** Number of the item a guest is invited under. */
  item: number | null
  /** What the keeper wrote. */
  message: string | null
  /** What everybody may read of the agenda. */
  agenda: readonly { number: number; title: string }[]
  organizer: { name: string; email: string }
  /** Where it is answered, and where the meeting can be read about; null where nobody may without signing in. */
  answerAt: string
  readAt: string | null
}

const subjects = {
  invitation: m.letter_invitation_subject,
  reminder: m.letter_reminder_subject,
  moved: m.letter_moved_subject,
  cancelled: m.letter_cancelled_subject,
  restored: m.letter_restored_subject,
  withdrawn: m.letter_withdrawn_subject,
  confirmed: m.letter_confirmed_subject,
}
const leads = {
  invitation: m.letter_invitation_lead,
  reminder: m.letter_reminder_lead,
  moved: m.letter_moved_lead,
  cancelled: m.letter_cancelled_lead,
  restored: m.letter_restored_lead,
  withdrawn: m.letter_withdrawn_lead,
  confirmed: m.letter_confirmed_lead,
}

/** Writes to somebody who is invited to a meeting, with its calendar part. */
export function invitationLetter(letter: InvitationLetter): Written {
  return inLanguage(letter.language, () => {
    const { kind, body, meeting, municipality, organizer, email, who } = letter
    const title = subjects[kind]({ body, when: sayWhen(meeting) })
    const said = {
      title,
      sender: m.letter_sender({ municipality }),
      language: letter.language,
      blocks: blocksOf(letter),
      foot: footOf(letter),
    }
    const name = m.letter_event({ body })
    const inCalendar = { ...meeting, name, notices: [], url: letter.readAt }
    return {
      subject: title,
      text: textOf(said),
      html: htmlOf(said),
      // Who is asked to stand in has nothing in their calendar before they have said yes.
      calendar:
        isStandIn(letter) && isAsking(letter)
          ? null
          : calendarOfLetter(inCalendar, { organizer, attendee: { name: who, email } }, kind === 'withdrawn'),
    }
  })
}

/** Whether it goes to who stands in for somebody, and not for want of anybody else. */
const isStandIn = ({ to, standIn }: InvitationLetter): boolean => to === 'substitute' && standIn !== undefined

const isAsking = ({ kind }: InvitationLetter): boolean => kind === 'invitation' || kind === 'reminder'

function leadOf(letter: InvitationLetter): string {
  const { kind, to, body, who, notice, meeting } = letter
  if (isAsking(letter) && to === 'substitute')
    return isStandIn(letter) ? m.letter_substitute_lead({ who, body }) : m.letter_only_substitute_lead({ who, body })
  const isSameTime = notice && notice.fromOn === meeting.heldOn && notice.fromStartsAt === meeting.startsAt
  if (kind === 'moved' && isSameTime) return m.letter_changed_lead({ who, body })
  return leads[kind]({ who, body })
}

function blocksOf(letter: InvitationLetter): Block[] {
  const { kind, item, meeting, message, notice, agenda, answerAt, readAt } = letter
  const isAsked = !['cancelled', 'withdrawn'].includes(kind)
  return [
    { text: leadOf(letter) },
    ...(notice ? [{ text: sayNotice(notice) }] : []),
    {
      facts: [
        { label: m.letter_day(), text: capitalised(sayWeekday(meeting.heldOn)) },
        { label: m.meeting_time(), text: sayHours(meeting) ?? m.time_unknown() },
        { label: m.place(), text: meeting.place ?? m.not_said() },
        ...(meeting.round ? [{ label: m.meeting_round(), text: meeting.round }] : []),
        ...(item ? [{ label: m.letter_guest_under(), text: m.letter_item({ number: item }) }] : []),
      ],
    },
    ...(message ? [{ heading: m.letter_message() }, { quote: message }] : []),
    ...(isAsked && agenda.length
      ? [{ heading: m.agenda() }, { list: agenda.map(({ number, title }) => ({ text: `${number}. ${title}` })) }]
      : []),
    ...(isAsked ? [{ button: m.letter_answer(), href: answerAt }] : []),
    ...(isAsked && readAt ? [{ list: [{ text: m.letter_read(), href: readAt }] }] : []),
  ]
}

function footOf({ municipality, who, body, to, answerAt }: InvitationLetter): Block[] {
  return [
    {
      text:
        to === 'substitute'
          ? m.letter_why_substitute({ who, body, municipality })
          : m.letter_why({ who, body, municipality }),
    },
    ...(to === 'seat' || to === 'substitute'
      ? [{ list: [{ text: m.letter_no_more(), href: `${answerAt}/slutt` }] }]
      : []),
  ]
}
