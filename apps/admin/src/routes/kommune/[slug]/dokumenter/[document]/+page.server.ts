import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error } from '@sveltejs/kit'
import { documentFields } from '#lib/documents'
import { draftFrom, draftOf, faultsOf, toldOf } from '#lib/form/state'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { saveEdit } from '#lib/server/editing'
import { askActsOn } from '#lib/server/history'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

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

async function askDocument(event: RequestEvent) {
  const { document } = await askDesk(event, Desk_Document, { id: event.params.document })
  return document ?? error(404)
}

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  const document = await askDocument(event)
  const acts = await askActsOn(event, document.id)
  return { document, draft: draftOf(document, documentFields), acts, key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async (event) => {
    const [form, document] = await Promise.all([event.request.formData(), askDocument(event)])
    const { id, version } = document
    return saveEdit({
      form,
      isDated: false,
      draft: draftFrom(form, documentFields),
      present: draftOf(document, documentFields),
      version,
      faults: (draft) => faultsOf(draft, documentFields),
      save: async (draft) => {
        const state = toldOf(draft, documentFields) as { title: string }
        const { refusal } = await actAtDesk(event, Desk_CorrectDocument, { id, version, state }, form)
        return { refusal, redirectTo: localizeHref(`/kommune/${event.params.slug}/dokumenter?lagret=${id}`) }
      },
    })
  },
}
