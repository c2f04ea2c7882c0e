import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { list, text } from '#lib/form/fields'
import { draftFrom, emptyDraft, faultsOf, toldOf } from '#lib/form/state'
import { isApproved } from '#lib/meetings/asked'
import { fieldsOfNew } from '#lib/meetings/fields'
import { moved } from '#lib/meetings/order'
import { Desk_AgendaProposals, titleOf } from '#lib/meetings/proposals'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askActsOn } from '#lib/server/history'
import { askMeeting, backTo } from '#lib/server/meetings'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_AddAgendaItem = graphql(`
  mutation Desk_AddAgendaItem($meeting: ID!, $item: AgendaItemInput!) {
    addAgendaItem(meeting: $meeting, item: $item) {
      id
    }
  }
`)

const Desk_AddStandingItems = graphql(`
  mutation Desk_AddStandingItems($meeting: ID!) {
    addStandingItems(meeting: $meeting) {
      id
    }
  }
`)

const Desk_AddProposedItems = graphql(`
  mutation Desk_AddProposedItems($meeting: ID!, $items: [ProposedItem!]!) {
    addProposedItems(meeting: $meeting, items: $items) {
      id
    }
  }
`)

const Desk_IssueForAgenda = graphql(`
  query Desk_IssueForAgenda($id: ID!) {
    node(id: $id) {
      __typename
      ... on Issue {
        id
        title
      }
    }
  }
`)

const Desk_OrderAgenda = graphql(`
  mutation Desk_OrderAgenda($meeting: ID!, $agendaVersion: Int!, $items: [ID!]!) {
    orderAgenda(meeting: $meeting, agendaVersion: $agendaVersion, items: $items) {
      id
    }
  }
`)

const Desk_RecordMeetingHeld = graphql(`
  mutation Desk_RecordMeetingHeld($id: ID!, $version: Int!) {
    recordMeetingHeld(id: $id, version: $version) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing, meeting } = await event.parent()
  // What others read already is added to item by item, with the law.
  const isMade = thing.rights.includes('REGISTER_MEND') && !isApproved(meeting) && meeting.agendaState !== 'PUBLISHED'
  const [acts, { agendaProposals }] = await Promise.all([
    thing.rights.includes('HISTORY_READ') ? askActsOn(event, meeting.id) : undefined,
    isMade ? askDesk(event, Desk_AgendaProposals, { meeting: meeting.id }) : { agendaProposals: [] },
  ])
  const draft = { ...emptyDraft(fieldsOfNew(meeting, true)), ...(await askIssueFor(event)) }
  return { draft, acts, proposals: agendaProposals }
}

/** What a new item begins with for who comes here with an issue to put on the agenda. */
async function askIssueFor(event: RequestEvent): Promise<{ issue: string; title: string } | null> {
  const id = event.url.searchParams.get('sak')
  const { node } = id ? await askDesk(event, Desk_IssueForAgenda, { id }) : { node: null }
  return node?.__typename === 'Issue' ? { issue: node.id, title: node.title } : null
}

/** Does something with the meeting that takes nothing but a click. */
async function click(
  event: RequestEvent,
  clicked: 'standing' | 'order' | 'held',
  act: (meeting: { id: string }, form: FormData) => ReturnType<typeof actAtDesk>,
) {
  const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
  const { refusal } = await act(meeting, form)
  if (refusal) return unsaved(refusal, { clicked }, form)
  redirect(303, backTo(event.params, meeting, '#saksliste'))
}

export const actions: Actions = {
  add: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const fields = fieldsOfNew(meeting, form.has('visibility'))
    const draft = draftFrom(form, fields)
    const faults = faultsOf(draft, fields)
    if (Object.keys(faults).length) return fail(400, { draft, refused: { faults } })
    const item = toldOf(draft, fields) as { title: string }
    const { refusal } = await actAtDesk(event, Desk_AddAgendaItem, { meeting: meeting.id, item }, form)
    if (refusal) return unsaved(refusal, { draft }, form)
    redirect(303, backTo(event.params, meeting, '#title'))
  },
  standing: (event) =>
    click(event, 'standing', ({ id }, form) => actAtDesk(event, Desk_AddStandingItems, { meeting: id }, form)),
  proposed: async (event) => {
    const [form, meeting] = await Promise.all([event.request.formData(), askMeeting(event)])
    const chosen = list(form, 'proposal')
    const { agendaProposals } = await askDesk(event, Desk_AgendaProposals, { meeting: meeting.id })
    // What somebody else took in meanwhile is there.
    const items = agendaProposals
      .filter(({ key }) => chosen.includes(key))
      .map((proposal) => ({ key: proposal.key, title: titleOf(proposal) }))
    if (!items.length)
      return fail(400, { clicked: 'proposed', chosen, refused: { faults: { items: 'nothing_chosen' } } })
    const { refusal } = await actAtDesk(event, Desk_AddProposedItems, { meeting: meeting.id, items }, form)
    if (refusal) return unsaved(refusal, { clicked: 'proposed', chosen }, form)
    redirect(303, backTo(event.params, meeting, '#saksliste'))
  },
  order: (event) =>
    click(event, 'order', ({ id }, form) => {
      const items = moved(list(form, 'items'), text(form, 'move')) ?? error(400)
      const agendaVersion = Number(text(form, '_version'))
      return actAtDesk(event, Desk_OrderAgenda, { meeting: id, agendaVersion, items }, form)
    }),
  held: (event) =>
    click(event, 'held', ({ id }, form) => {
      const version = Number(text(form, '_version'))
      return actAtDesk(event, Desk_RecordMeetingHeld, { id, version }, form)
    }),
}
