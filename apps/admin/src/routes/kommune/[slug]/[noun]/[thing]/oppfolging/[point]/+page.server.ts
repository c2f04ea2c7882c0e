import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { closeFields, pointFields, reportFields } from '#lib/action-points/fields'
import { text } from '#lib/form/fields'
import { partiesIn } from '#lib/form/party'
import { draftFrom, draftOf, emptyDraft, faultsOf, toldOf } from '#lib/form/state'
import { askPoints, Desk_ReportActionPointDone } from '#lib/server/action-points'
import { actAtDesk } from '#lib/server/desk'
import { saveEdit, unsaved } from '#lib/server/editing'
import { askKnown, askThing } from '#lib/server/things'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_CorrectActionPoint = graphql(`
  mutation Desk_CorrectActionPoint($id: ID!, $version: Int!, $point: ActionPointInput!) {
    correctActionPoint(id: $id, version: $version, point: $point) {
      id
    }
  }
`)

const Desk_CloseActionPoint = graphql(`
  mutation Desk_CloseActionPoint($id: ID!, $version: Int!, $as: ActionPointState, $note: String) {
    closeActionPoint(id: $id, version: $version, as: $as, note: $note) {
      id
    }
  }
`)

const Desk_ReopenActionPoint = graphql(`
  mutation Desk_ReopenActionPoint($id: ID!, $version: Int!) {
    reopenActionPoint(id: $id, version: $version) {
      id
    }
  }
`)

async function askPoint(event: RequestEvent) {
  const { id, points } = await askPoints(event)
  const point = points.find((one) => one.id === event.params.point) ?? error(404)
  return { body: id, point }
}

const listPath = ({ params: { slug, noun, thing } }: RequestEvent) => `/kommune/${slug}/${noun}/${thing}/oppfolging`
const back = (event: RequestEvent, body: string) => localizeHref(`${listPath(event)}?lagret=${body}`)

export const load: PageServerLoad = async (event) => {
  const [{ thing }, { point }] = await Promise.all([event.parent(), askPoint(event)])
  const mayMend = thing.rights.includes('REGISTER_MEND')
  return {
    point,
    draft: draftOf(point, pointFields),
    close: emptyDraft(closeFields),
    report: emptyDraft(reportFields),
    known: mayMend ? await askKnown(event, thing) : null,
    path: listPath(event),
  }
}

export const actions: Actions = {
  correct: async (event) => {
    const [form, thing, { body, point }] = await Promise.all([
      event.request.formData(),
      askThing(event),
      askPoint(event),
    ])
    const { id, version } = point
    const saying = { known: await askKnown(event, thing), parties: partiesIn(point) }
    return saveEdit({
      form,
      isDated: false,
      draft: draftFrom(form, pointFields),
      present: draftOf(point, pointFields),
      version,
      faults: (draft) => faultsOf(draft, pointFields, saying),
      save: async (draft) => {
        const told = toldOf(draft, pointFields, saying) as { text: string }
        const { refusal } = await actAtDesk(event, Desk_CorrectActionPoint, { id, version, point: told }, form)
        return { refusal, redirectTo: back(event, body) }
      },
    })
  },
  close: async (event) => {
    const [form, { body, point }] = await Promise.all([event.request.formData(), askPoint(event)])
    const draft = draftFrom(form, closeFields)
    const said = toldOf(draft, closeFields) as { as: 'DONE'; note: string | null }
    const variables = { id: point.id, version: Number(text(form, '_version')), ...said }
    const { refusal } = await actAtDesk(event, Desk_CloseActionPoint, variables, form)
    if (refusal) return unsaved(refusal, { closing: draft }, form)
    redirect(303, back(event, body))
  },
  report: async (event) => {
    const [form, { body, point }] = await Promise.all([event.request.formData(), askPoint(event)])
    const draft = draftFrom(form, reportFields)
    const { note } = toldOf(draft, reportFields) as { note: string | null }
    const variables = { id: point.id, version: Number(text(form, '_version')), note }
    const { refusal } = await actAtDesk(event, Desk_ReportActionPointDone, variables, form)
    if (refusal) return unsaved(refusal, { closing: draft }, form)
    redirect(303, back(event, body))
  },
  reopen: async (event) => {
    const [form, { body, point }] = await Promise.all([event.request.formData(), askPoint(event)])
    const variables = { id: point.id, version: Number(text(form, '_version')) }
    const { refusal } = await actAtDesk(event, Desk_ReopenActionPoint, variables, form)
    if (refusal) return unsaved(refusal, { closing: emptyDraft(closeFields) }, form)
    redirect(303, back(event, body))
  },
}
