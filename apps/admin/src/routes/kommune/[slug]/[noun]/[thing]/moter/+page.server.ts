import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { draftFrom, emptyDraft, faultsOf, toldOf } from '#lib/form/state'
import { shownOf } from '#lib/list/narrow'
import { meetingFields, newMeetingFields } from '#lib/meetings/fields'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askThing, nounOf } from '#lib/server/things'
import { askMeetings } from './meetings.server'
import type { Actions, PageServerLoad } from './$types'

const Desk_CreateMeeting = graphql(`
  mutation Desk_CreateMeeting($body: ID!, $state: MeetingInput!, $visibility: Visibility) {
    createMeeting(body: $body, state: $state, visibility: $visibility) {
      id
      slug
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  if (nounOf(event.params).type !== 'Body') error(404)
  const list = shownOf(await askMeetings(event), event.url.searchParams)
  const { thing } = await event.parent()
  // That a body everybody sees meets is no secret, whatever it is about.
  return { list, draft: { ...emptyDraft(newMeetingFields), visibility: thing.visibility } }
}

export const actions: Actions = {
  default: async (event) => {
    const [form, thing] = await Promise.all([event.request.formData(), askThing(event)])
    const draft = draftFrom(form, newMeetingFields)
    const faults = faultsOf(draft, meetingFields)
    if (Object.keys(faults).length) return fail(400, { draft, refused: { faults } })
    const state = toldOf(draft, meetingFields) as { heldOn: string }
    const visibility = (text(form, 'visibility') || 'INTERNAL') as 'INTERNAL'
    const { data, refusal } = await actAtDesk(event, Desk_CreateMeeting, { body: thing.id, state, visibility }, form)
    if (refusal) return unsaved(refusal, { draft }, form)
    redirect(
      303,
      localizeHref(
        `/kommune/${event.params.slug}/${event.params.noun}/${thing.slug}/moter/${data.createMeeting.slug}?lagret=${data.createMeeting.id}`,
      ),
    )
  },
}
