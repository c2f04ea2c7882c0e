import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { draftFrom, draftOf, faultsOf, toldOf } from '#lib/form/state'
import { correctFields } from '#lib/meetings/fields'
import { actAtDesk } from '#lib/server/desk'
import { saveEdit, unsaved } from '#lib/server/editing'
import { askMeeting, backTo } from '#lib/server/meetings'
import type { Actions, PageServerLoad } from './$types'

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
  const { thing, meeting } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  return { draft: draftOf(meeting, correctFields) }
}

export const actions: Actions = {
  correct: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const { id, version } = meeting
    return saveEdit({
      form,
      isDated: false,
      draft: draftFrom(form, correctFields),
      present: draftOf(meeting, correctFields),
      version,
      faults: (draft) => faultsOf(draft, correctFields),
      save: async (draft) => {
        const state = toldOf(draft, correctFields) as { heldOn: string }
        const { refusal } = await actAtDesk(event, Desk_CorrectMeeting, { id, version, state }, form)
        return { refusal, redirectTo: backTo(event.params, meeting) }
      },
    })
  },
  show: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const visibility = text(form, 'visibility') as 'PUBLIC'
    const variables = { id: meeting.id, version: Number(text(form, '_version')), visibility }
    const { refusal } = await actAtDesk(event, Desk_SetMeetingVisibility, variables, form)
    if (refusal) return unsaved(refusal, { visibility }, form)
    redirect(303, backTo(event.params, meeting))
  },
}
