import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { documentFields } from '#lib/documents'
import { text } from '#lib/form/fields'
import { draftFrom, draftOf, faultsOf, toldOf } from '#lib/form/state'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

const Desk_Document = graphql(`
  query Desk_Document($id: ID!) {
    document(id: $id) {
      id
      version
      title
      publisher
      publishedOn
      publishedIs
      url
      licence
      annotation
      deadSince
    }
  }
`)

const Desk_CorrectDocument = graphql(`
  mutation Desk_CorrectDocument($id: ID!, $version: Int!, $state: DocumentInput!) {
    correctDocument(id: $id, version: $version, state: $state) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  const { document } = await askDesk(event, Desk_Document, { id: event.params.document })
  if (!document) error(404)
  return { document, draft: draftOf(document, documentFields), key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const draft = draftFrom(form, documentFields)
    const faults = faultsOf(draft, documentFields)
    if (Object.keys(faults).length) return fail(400, { draft, refused: { faults } })
    const state = toldOf(draft, documentFields) as { title: string }
    const variables = { id: event.params.document, version: Number(text(form, '_version')), state }
    const { refusal } = await actAtDesk(event, Desk_CorrectDocument, variables, form)
    if (refusal) return unsaved(refusal, { draft }, form)
    redirect(303, localizeHref(`/kommune/${event.params.slug}/dokumenter`))
  },
}
