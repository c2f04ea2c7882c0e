import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { draftFrom, draftOf, faultsOf, toldOf } from '#lib/form/state'
import { Desk_Meetings, meetingFields, newMeetingFields } from '#lib/meetings'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_CorrectMeeting = graphql(`
  mutation Desk_CorrectMeeting($id: ID!, $version: Int!, $state: MeetingInput!) {
    correctMeeting(id: $id, version: $version, state: $state) {
      id
      version
    }
  }
`)

const Desk_SetMeetingVisibility = graphql(`
  mutation Desk_SetMeetingVisibility($id: ID!, $version: Int!, $visibility: Visibility!) {
    setMeetingVisibility(id: $id, version: $version, visibility: $visibility) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  const { slug, thing: body, meeting: id } = event.params
  const found = await askDesk(event, Desk_Meetings, { municipality: slug, slug: body })
  const meeting = found.body?.meetings.find((one) => one.id === id)
  if (!meeting) error(404)
  return { meeting, draft: draftOf(meeting, newMeetingFields) }
}

const back = ({ params: { slug, noun, thing } }: RequestEvent) =>
  redirect(303, localizeHref(`/kommune/${slug}/${noun}/${thing}/moter`))

export const actions: Actions = {
  correct: async (event) => {
    const form = await event.request.formData()
    const draft = draftFrom(form, meetingFields)
    const faults = faultsOf(draft, meetingFields)
    if (Object.keys(faults).length) return fail(400, { draft, refused: { faults } })
    const state = toldOf(draft, meetingFields) as { heldOn: string }
    const variables = { id: event.params.meeting, version: Number(text(form, '_version')), state }
    const { refusal } = await actAtDesk(event, Desk_CorrectMeeting, variables, form)
    return refusal ? unsaved(refusal, { draft }, form) : back(event)
  },
  show: async (event) => {
    const form = await event.request.formData()
    const visibility = text(form, 'visibility') as 'PUBLIC'
    const variables = { id: event.params.meeting, version: Number(text(form, '_version')), visibility }
    const { refusal } = await actAtDesk(event, Desk_SetMeetingVisibility, variables, form)
    return refusal ? unsaved(refusal, {}, form) : back(event)
  },
}
