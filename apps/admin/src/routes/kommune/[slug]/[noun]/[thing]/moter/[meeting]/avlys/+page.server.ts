import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { draftFrom, emptyDraft, toldOf } from '#lib/form/state'
import { becauseFields } from '#lib/meetings/fields'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askMeeting, backTo } from '#lib/server/meetings'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_CancelMeeting = graphql(`
  mutation Desk_CancelMeeting($id: ID!, $version: Int!, $because: String) {
    cancelMeeting(id: $id, version: $version, because: $because) {
      id
    }
  }
`)

const Desk_RestoreMeeting = graphql(`
  mutation Desk_RestoreMeeting($id: ID!, $version: Int!, $because: String) {
    restoreMeeting(id: $id, version: $version, because: $because) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  return { draft: emptyDraft(becauseFields) }
}

/** Cancels a meeting, or says that it is on again. */
async function tell(event: RequestEvent, document: typeof Desk_CancelMeeting | typeof Desk_RestoreMeeting) {
  const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
  const draft = draftFrom(form, becauseFields)
  const variables = {
    ...(toldOf(draft, becauseFields) as { because: string | null }),
    id: meeting.id,
    version: Number(text(form, '_version')),
  }
  const { refusal } = await actAtDesk(event, document as typeof Desk_CancelMeeting, variables, form)
  if (refusal) return unsaved(refusal, { draft }, form)
  redirect(303, backTo(event.params, meeting))
}

export const actions: Actions = {
  cancel: (event) => tell(event, Desk_CancelMeeting),
  restore: (event) => tell(event, Desk_RestoreMeeting),
}
