import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { draftFrom, draftOf, faultsOf, toldOf } from '#lib/form/state'
import { Desk_Meetings, meetingFields } from '#lib/meetings'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { saveEdit, unsaved } from '#lib/server/editing'
import { askActsOn } from '#lib/server/history'
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

async function askMeeting(event: RequestEvent) {
  const { slug, thing, meeting: id } = event.params
  const { body } = await askDesk(event, Desk_Meetings, { municipality: slug, slug: thing })
  return body?.meetings.find((one) => one.id === id) ?? error(404)
}

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  const meeting = await askMeeting(event)
  const acts = thing.rights.includes('HISTORY_READ') ? await askActsOn(event, meeting.id) : undefined
  return { meeting, draft: draftOf(meeting, meetingFields), acts }
}

const back = ({ params: { slug, noun, thing, meeting } }: RequestEvent) =>
  localizeHref(`/kommune/${slug}/${noun}/${thing}/moter?lagret=${meeting}`)

export const actions: Actions = {
  correct: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const { id, version } = meeting
    return saveEdit({
      form,
      isDated: false,
      draft: draftFrom(form, meetingFields),
      present: draftOf(meeting, meetingFields),
      version,
      faults: (draft) => faultsOf(draft, meetingFields),
      save: async (draft) => {
        const state = toldOf(draft, meetingFields) as { heldOn: string }
        const { refusal } = await actAtDesk(event, Desk_CorrectMeeting, { id, version, state }, form)
        return { refusal, redirectTo: back(event) }
      },
    })
  },
  show: async (event) => {
    const form = await event.request.formData()
    const visibility = text(form, 'visibility') as 'PUBLIC'
    const variables = { id: event.params.meeting, version: Number(text(form, '_version')), visibility }
    const { refusal } = await actAtDesk(event, Desk_SetMeetingVisibility, variables, form)
    if (refusal) return unsaved(refusal, { visibility }, form)
    redirect(303, back(event))
  },
}
