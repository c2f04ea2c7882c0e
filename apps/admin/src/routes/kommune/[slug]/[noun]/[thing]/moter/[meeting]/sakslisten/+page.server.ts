import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { list, text } from '#lib/form/fields'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askMeeting, backTo } from '#lib/server/meetings'
import type { Actions, PageServerLoad } from './$types'

const Desk_PublishAgenda = graphql(`
  mutation Desk_PublishAgenda($id: ID!, $agendaVersion: Int!, $items: [ItemOpenness!]!) {
    publishAgenda(id: $id, agendaVersion: $agendaVersion, items: $items) {
      id
    }
  }
`)

const Desk_CloseAgenda = graphql(`
  mutation Desk_CloseAgenda($id: ID!, $agendaVersion: Int!, $because: String!) {
    closeAgenda(id: $id, agendaVersion: $agendaVersion, because: $because) {
      id
    }
  }
`)

const Desk_WithdrawAgenda = graphql(`
  mutation Desk_WithdrawAgenda($id: ID!, $agendaVersion: Int!) {
    withdrawAgenda(id: $id, agendaVersion: $agendaVersion) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (!thing.rights.includes('REGISTER_KEEP')) error(403)
}

const versionIn = (form: FormData) => Number(text(form, '_version'))

export const actions: Actions = {
  publish: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const items = list(form, 'id').map((id, nth) => ({
      id,
      visibility: text(form, `items.${nth}.visibility`) as 'PUBLIC',
      legalGround: text(form, `items.${nth}.legalGround`) || null,
    }))
    const variables = { id: meeting.id, agendaVersion: versionIn(form), items }
    const { refusal } = await actAtDesk(event, Desk_PublishAgenda, variables, form)
    if (refusal) return unsaved(refusal, { items }, form)
    redirect(303, backTo(event.params, meeting, '#saksliste'))
  },
  close: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const because = text(form, 'because')
    if (!because.trim()) return fail(400, { because, refused: { faults: { because: 'required' } } })
    const variables = { id: meeting.id, agendaVersion: versionIn(form), because }
    const { refusal } = await actAtDesk(event, Desk_CloseAgenda, variables, form)
    if (refusal) return unsaved(refusal, { because }, form)
    redirect(303, backTo(event.params, meeting, '#saksliste'))
  },
  withdraw: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const variables = { id: meeting.id, agendaVersion: versionIn(form) }
    const { refusal } = await actAtDesk(event, Desk_WithdrawAgenda, variables, form)
    if (refusal) return unsaved(refusal, { withdrawn: true }, form)
    redirect(303, backTo(event.params, meeting, '#saksliste'))
  },
}
