import { localizeHref, todayInOslo } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import type { Refused } from '#lib/form/refused'
import { draftFrom, emptyDraft, toldOf } from '#lib/form/state'
import { Desk_Invited, Desk_Reach } from '#lib/invitations/asked'
import { inviteFields, remindFields, seatsIn } from '#lib/invitations/fields'
import type { MeetingData } from '#lib/meetings/asked'
import { meetingPath } from '#lib/meetings/path'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askMeeting } from '#lib/server/meetings'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_Invite = graphql(`
  mutation Desk_Invite($meeting: ID!, $seats: [ID!]!, $guests: [GuestInput!]!, $message: String) {
    inviteToMeeting(meeting: $meeting, seats: $seats, guests: $guests, message: $message) {
      id
    }
  }
`)

const Desk_Remind = graphql(`
  mutation Desk_Remind($meeting: ID!, $message: String) {
    remindInvitees(meeting: $meeting, message: $message) {
      id
    }
  }
`)

const Desk_WithdrawInvitee = graphql(`
  mutation Desk_WithdrawInvitee($id: ID!) {
    withdrawInvitee(id: $id) {
      id
    }
  }
`)

const Desk_AnswerInvitation = graphql(`
  mutation Desk_AnswerInvitation($id: ID!, $answer: InvitationAnswer!, $note: String) {
    answerInvitation(id: $id, answer: $answer, note: $note) {
      id
    }
  }
`)

type Asker = { locals: App.Locals; params: { slug: string; thing: string } }

/** Who is invited to a meeting, and the form of who may be. */
async function askCalled({ locals, params }: Asker, { id, heldOn, agenda }: MeetingData) {
  const [{ installation, node }, { body }] = await Promise.all([
    askDesk({ locals }, Desk_Invited, { id }),
    askDesk({ locals }, Desk_Reach, { municipality: params.slug, slug: params.thing, asOf: heldOn }),
  ])
  const invitees = node && 'invitees' in node ? node.invitees : []
  const invited = new Set(invitees.flatMap(({ seat, isWithdrawn }) => (seat && !isWithdrawn ? [seat.id] : [])))
  const seats = body?.seats.filter(({ id }) => !invited.has(id)) ?? []
  return { sendsLetters: installation.sendsLetters, invitees, seats, reach: body?.reach ?? [], agenda }
}

export const load: PageServerLoad = async (event) => {
  const { thing, meeting } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  const called = await askCalled(event, meeting)
  return {
    called,
    draft: emptyDraft(inviteFields(called.seats, called.reach, called.agenda)),
    reminder: emptyDraft(remindFields),
    isAhead: meeting.status === 'PLANNED' && meeting.heldOn >= todayInOslo(),
  }
}

const back = (event: RequestEvent, id: string) =>
  redirect(303, localizeHref(`${meetingPath(event.params)}/innkalling?lagret=${id}`))

export const actions: Actions = {
  invite: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const { seats, reach, agenda } = await askCalled(event, meeting)
    const fields = inviteFields(seats, reach, agenda)
    const draft = draftFrom(form, fields)
    const told = toldOf(draft, fields) as { guests: { guest: string; email: string }[]; message: string | null }
    const variables = { ...told, meeting: meeting.id, seats: seatsIn(told) }
    const { refusal } = await actAtDesk(event, Desk_Invite, variables, form)
    if (refusal) {
      const { seats: fault, ...others } = refusal.fields ?? {}
      const [first] = fields
      const faults = fault && first ? { ...others, [first.name]: fault } : others
      return unsaved({ ...refusal, fields: faults }, { clicked: 'invite', draft }, form)
    }
    back(event, meeting.id)
  },
  remind: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const draft = draftFrom(form, remindFields)
    const { reminder: message } = toldOf(draft, remindFields) as { reminder: string | null }
    const { refusal } = await actAtDesk(event, Desk_Remind, { meeting: meeting.id, message }, form)
    if (refusal) {
      const { message: fault, ...others } = refusal.fields ?? {}
      const fields = fault ? { ...others, reminder: fault } : others
      return unsaved({ ...refusal, fields }, { clicked: 'remind', draft }, form)
    }
    back(event, meeting.id)
  },
  withdraw: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const id = text(form, 'id')
    const { refusal } = await actAtDesk(event, Desk_WithdrawInvitee, { id }, form)
    if (refusal) return unsaved(refusal, { clicked: `${id} withdraw` }, form)
    back(event, meeting.id)
  },
  answer: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    // Each has fields of its own name, so that no two on the page are called the same.
    const [id, nth] = [text(form, 'id'), text(form, 'nth')]
    const [answer, note] = [text(form, `answer-${nth}`) as 'COMING', text(form, `note-${nth}`) || null]
    if (!answer) return fail(400, { clicked: id, refused: { faults: { [`answer-${nth}`]: 'required' } } as Refused })
    const { refusal } = await actAtDesk(event, Desk_AnswerInvitation, { id, answer, note }, form)
    if (refusal) {
      const { note: fault, ...others } = refusal.fields ?? {}
      const fields = fault ? { ...others, [`note-${nth}`]: fault } : others
      return unsaved({ ...refusal, fields }, { clicked: id }, form)
    }
    back(event, meeting.id)
  },
}
