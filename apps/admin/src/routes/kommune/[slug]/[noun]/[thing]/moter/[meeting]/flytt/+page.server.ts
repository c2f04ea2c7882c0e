import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { draftFrom, draftOf, faultsOf, toldOf } from '#lib/form/state'
import { moveFields } from '#lib/meetings/fields'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askMeeting, backTo } from '#lib/server/meetings'
import type { Actions, PageServerLoad } from './$types'

const Desk_MoveMeeting = graphql(`
  mutation Desk_MoveMeeting($id: ID!, $version: Int!, $to: MeetingPlace!, $because: String) {
    moveMeeting(id: $id, version: $version, to: $to, because: $because) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing, meeting } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  return { move: { ...draftOf(meeting, moveFields), because: '' } }
}

export const actions: Actions = {
  default: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const draft = draftFrom(form, moveFields)
    const faults = faultsOf(draft, moveFields)
    if (Object.keys(faults).length) return fail(400, { draft, refused: { faults } })
    const { because, ...to } = toldOf(draft, moveFields) as { heldOn: string; because: string | null }
    const variables = { id: meeting.id, version: Number(text(form, '_version')), to, because }
    const { refusal } = await actAtDesk(event, Desk_MoveMeeting, variables, form)
    if (refusal) return unsaved(refusal, { draft }, form)
    redirect(303, backTo(event.params, meeting))
  },
}
