import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { partiesIn } from '#lib/form/party'
import { draftFrom, draftOf, faultsOf, toldOf } from '#lib/form/state'
import type { MeetingData } from '#lib/meetings/asked'
import { itemFields } from '#lib/meetings/fields'
import { actAtDesk } from '#lib/server/desk'
import { saveEdit, unsaved } from '#lib/server/editing'
import { meetingPath } from '#lib/meetings/path'
import { askMeeting, backTo } from '#lib/server/meetings'
import { askKnown, askThing } from '#lib/server/things'
import type { Actions, PageServerLoad } from './$types'

const Desk_CorrectAgendaItem = graphql(`
  mutation Desk_CorrectAgendaItem($id: ID!, $version: Int!, $item: AgendaItemInput!) {
    correctAgendaItem(id: $id, version: $version, item: $item) {
      id
    }
  }
`)

const Desk_RemoveAgendaItem = graphql(`
  mutation Desk_RemoveAgendaItem($id: ID!, $version: Int!) {
    removeAgendaItem(id: $id, version: $version) {
      id
    }
  }
`)

const itemOf = ({ agenda }: MeetingData, { item }: { item: string }) =>
  agenda.find(({ id }) => id === item) ?? error(404)

export const load: PageServerLoad = async (event) => {
  const { thing, meeting } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  const item = itemOf(meeting, event.params)
  return {
    item,
    draft: draftOf(item, itemFields),
    known: await askKnown(event, thing),
    path: meetingPath(event.params),
  }
}

export const actions: Actions = {
  correct: async (event) => {
    const [form, thing, meeting] = await Promise.all([event.request.formData(), askThing(event), askMeeting(event)])
    const item = itemOf(meeting, event.params)
    const { id, version } = item
    const saying = { known: await askKnown(event, thing), parties: partiesIn(item) }
    return saveEdit({
      form,
      isDated: false,
      draft: draftFrom(form, itemFields),
      present: draftOf(item, itemFields),
      version,
      faults: (draft) => faultsOf(draft, itemFields, saying),
      save: async (draft) => {
        const told = toldOf(draft, itemFields, saying) as { title: string }
        const { refusal } = await actAtDesk(event, Desk_CorrectAgendaItem, { id, version, item: told }, form)
        return { refusal, redirectTo: backTo(event.params, meeting, `#sak-${item.number}`) }
      },
    })
  },
  remove: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const variables = { id: event.params.item, version: Number(text(form, '_version')) }
    const { refusal } = await actAtDesk(event, Desk_RemoveAgendaItem, variables, form)
    // Somebody else took it off.
    if (refusal?.code === 'NOT_FOUND') redirect(303, localizeHref(meetingPath(event.params)))
    if (refusal) return unsaved(refusal, { removed: true }, form)
    redirect(303, backTo(event.params, meeting, '#saksliste'))
  },
}
