import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { documentFields } from '#lib/documents'
import { draftFrom, emptyDraft, faultsOf, toldOf } from '#lib/form/state'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

const Desk_CreateDocument = graphql(`
  mutation Desk_CreateDocument($municipality: String!, $state: DocumentInput!) {
    createDocument(municipality: $municipality, state: $state) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  return { draft: emptyDraft(documentFields), key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const draft = draftFrom(form, documentFields)
    const faults = faultsOf(draft, documentFields)
    if (Object.keys(faults).length) return fail(400, { draft, refused: { faults } })
    const state = toldOf(draft, documentFields) as { title: string }
    const { data, refusal } = await actAtDesk(
      event,
      Desk_CreateDocument,
      { municipality: event.params.slug, state },
      form,
    )
    if (refusal) return unsaved(refusal, { draft }, form)
    redirect(303, localizeHref(`/kommune/${event.params.slug}/dokumenter?lagret=${data.createDocument.id}`))
  },
}
