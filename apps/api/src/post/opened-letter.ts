import type { InvitationLetter } from '@samrad/mail'
import { globalIdOf } from '../builder.ts'

export type Origins = { admin: string; portal: string; api: string }

/** What `open_letter` tells of a letter. */
export type Opened = OpenedInvitation | { kind: 'address'; email: string; language: string }
export type OpenedInvitation = {
  kind: InvitationLetter['kind']
  to: InvitationLetter['to']
  email: string
  message: string | null
  is_account: boolean
  language: string
  quiet: { from: number; until: number } | null
  meeting_id: string
  meeting_slug: string
  held_on: string
  starts_at: string | null
  ends_at: string | null
  place: string | null
  status: string
  round: string | null
  sequence: number
  revised_at: string
  visibility: string
  body_name: string
  body_slug: string
  municipality_name: string
  municipality_slug: string
  seat: string | null
  guest: string | null
  item: number | null
  notice: {
    kind: string
    because: string | null
    from_on: string | null
    from_starts_at: string | null
    from_ends_at: string | null
    from_place: string | null
  } | null
  stand_in: string | null
  keeper: string | null
}

/** The invitation that a letter is, with the agenda that may stand in it and the token its link has. */
export function letterOf(
  opened: OpenedInvitation,
  agenda: InvitationLetter['agenda'],
  token: string,
  { from, origins }: { from: string; origins: Origins },
): InvitationLetter {
  const { municipality_slug, body_slug, meeting_slug, notice, language } = opened
  const path = `${language === 'nb' ? '' : `/${language}`}/kommune/${municipality_slug}/organ/${body_slug}`
  const meetingPath = `${path}/moter/${meeting_slug}`
  const readAt = opened.visibility === 'public' ? origins.portal + meetingPath : null
  return {
    kind: opened.kind,
    to: opened.to,
    email: opened.email,
    language,
    meeting: {
      id: globalIdOf('Meeting', opened.meeting_id),
      heldOn: opened.held_on,
      startsAt: opened.starts_at,
      endsAt: opened.ends_at,
      status: opened.status.toUpperCase() as 'PLANNED',
      place: opened.place,
      round: opened.round,
      sequence: opened.sequence,
      revisedAt: new Date(opened.revised_at).toISOString(),
    },
    notice: notice && {
      kind: notice.kind.toUpperCase() as 'MOVED',
      because: notice.because,
      fromOn: notice.from_on,
      fromStartsAt: notice.from_starts_at,
      fromEndsAt: notice.from_ends_at,
      fromPlace: notice.from_place,
    },
    body: opened.body_name,
    municipality: opened.municipality_name,
    who: opened.seat ?? opened.guest ?? '',
    item: opened.item,
    message: opened.message,
    agenda,
    standIn: opened.stand_in?.toUpperCase() as 'ASKED' | undefined,
    // The same for every letter about a meeting, whoever keeps the body: calendars take changes from nobody else.
    organizer: { name: 'Samråd', email: from },
    answerAt: `${origins.admin}${language === 'nb' ? '' : `/${language}`}/svar/${token}`,
    readAt: opened.is_account ? origins.admin + meetingPath : readAt,
  }
}
