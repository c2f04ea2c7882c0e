import { localizeHref, m } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { Desk_Called } from '#lib/attendance/asked'
import { repliesOf } from '#lib/attendance/replies'
import { isChosen, missedBy, rebase, rowsFrom, rowsOf, type Row } from '#lib/attendance/rows'
import { list, text } from '#lib/form/fields'
import { isNamed } from '#lib/form/known'
import { toldParty } from '#lib/form/party'
import type { Refused } from '#lib/form/refused'
import { Desk_Invited } from '#lib/invitations/asked'
import { nameOfInvitee } from '#lib/invitations/say'
import { isApproved, type MeetingData } from '#lib/meetings/asked'
import { meetingPath } from '#lib/meetings/path'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askMeeting } from '#lib/server/meetings'
import { askKnown, askThing } from '#lib/server/things'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_RecordAttendance = graphql(`
  mutation Desk_RecordAttendance($meeting: ID!, $rows: [AttendanceInput!]!) {
    recordAttendance(meeting: $meeting, rows: $rows) {
      id
    }
  }
`)

type Asker = { locals: App.Locals; params: { slug: string; thing: string } }

/** The list as it is, with those who were in the body on the day of the meeting. */
async function askRows({ locals, params }: Asker, { heldOn, minutes }: MeetingData): Promise<Row[]> {
  const asked = { municipality: params.slug, slug: params.thing, asOf: heldOn }
  const { body } = await askDesk({ locals }, Desk_Called, asked)
  return rowsOf(minutes?.attendance ?? [], body)
}

export const load: PageServerLoad = async (event) => {
  const { thing, meeting } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  // Who came is part of what was approved.
  if (isApproved(meeting)) redirect(303, localizeHref(`${meetingPath(event.params)}/referat`))
  const [rows, known, { node }] = await Promise.all([
    askRows(event, meeting),
    askKnown(event, thing),
    askDesk(event, Desk_Invited, { id: meeting.id }),
  ])
  const invitees = node && 'invitees' in node ? node.invitees : []
  // Those with a line of their own are no guests.
  const listed = new Set(rows.map(({ name }) => name))
  return {
    rows,
    replies: repliesOf(invitees),
    invited: invitees.filter(({ isWithdrawn }) => !isWithdrawn).map(nameOfInvitee),
    known: [...new Set(known.parties.map(({ name }) => name))].filter((name) => !listed.has(name)),
  }
}

type Typed = { rows: Row[]; guest: string; came: string; missed: string[] }
const typedIn = (form: FormData): Typed => ({
  rows: rowsFrom(form),
  guest: text(form, 'guest'),
  came: text(form, 'guestCame'),
  missed: list(form, 'guestMissed'),
})

const partyOf = (json: string): object => {
  try {
    return JSON.parse(json) as object
  } catch {
    error(400)
  }
}

async function record(event: RequestEvent, form: FormData, { rows, guest, came, missed }: Typed) {
  const [meeting, thing] = await Promise.all([askMeeting(event), askThing(event)])
  const told = rows.filter(isChosen).map((row) => ({
    ...(row.id ? { id: row.id, version: row.version } : { who: partyOf(row.who) }),
    presence: (row.presence || null) as 'PRESENT' | null,
    missed: missedBy(row),
  }))
  if (guest.trim()) {
    const known = await askKnown(event, thing)
    const who = toldParty(guest.trim(), { known, parties: new Map() })
    told.push({ who, presence: (came || 'PRESENT') as 'PRESENT', missed })
  }
  if (!told.length) return { meeting, nothing: true }
  const { refusal } = await actAtDesk(event, Desk_RecordAttendance, { meeting: meeting.id, rows: told }, form)
  return { meeting, refusal }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const typed = typedIn(form)
    if (typed.rows.some(({ name, id, presence }) => isNamed(name, typed.guest) && (id || presence)))
      return fail(400, { typed, refused: { faults: { guest: 'listed_already' } } as Refused })
    const { meeting, refusal, nothing } = await record(event, form, typed)
    if (nothing) return fail(400, { typed, refused: { faults: {}, message: [m.nothing_changed()] } as Refused })
    // Who was taken off the list in the meantime is on it no more.
    if (refusal?.code === 'CONFLICT' || refusal?.code === 'NOT_FOUND') {
      const now = await askRows(event, meeting)
      const refused: Refused = { faults: {}, title: m.conflict_title(), message: [m.attendance_changed()] }
      return fail(409, { typed: { ...typed, rows: rebase(typed.rows, now) }, refused })
    }
    if (refusal) {
      const { status, data } = unsaved(refusal, { typed }, form)
      // What may be said of a guest is all that can be wrong.
      const [fault] = Object.values(data.refused.faults)
      const refused: Refused = { ...data.refused, faults: {} }
      if (fault) refused.faults['guest'] = fault
      return fail(status, { typed, refused })
    }
    redirect(303, localizeHref(`${meetingPath(event.params)}/referat?lagret=${meeting.id}`))
  },
}
