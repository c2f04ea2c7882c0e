import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { Desk_Documents } from '#lib/documents'
import { text } from '#lib/form/fields'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { everyOne } from '#lib/server/lists'
import { askThing } from '#lib/server/things'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_Cite = graphql(`
  mutation Desk_Cite($thing: ID!, $document: ID!, $place: String, $quote: String, $annotation: String) {
    cite(thing: $thing, document: $document, place: $place, quote: $quote, annotation: $annotation) {
      id
    }
  }
`)

const Desk_RemoveCitation = graphql(`
  mutation Desk_RemoveCitation($id: ID!) {
    removeCitation(id: $id)
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  const filter = { municipality: event.params.slug }
  const documents = await everyOne(async (after) => (await askDesk(event, Desk_Documents, { filter, after })).documents)
  return { documents: documents.map(({ id, title }) => ({ value: id, label: title })) }
}

export const actions: Actions = {
  cite: async (event) => {
    const [form, thing] = await Promise.all([event.request.formData(), askThing(event)])
    const typed = {
      document: text(form, 'document'),
      place: text(form, 'place'),
      quote: text(form, 'quote'),
      annotation: text(form, 'annotation'),
    }
    if (!typed.document)
      return fail(400, { typed, refused: { faults: { document: 'required' } as Record<string, string> } })
    const { refusal } = await actAtDesk(
      event,
      Desk_Cite,
      {
        thing: thing.id,
        document: typed.document,
        place: typed.place || null,
        quote: typed.quote || null,
        annotation: typed.annotation || null,
      },
      form,
    )
    if (refusal) return unsaved(refusal, { typed }, form)
    return saved(event)
  },
  remove: async (event) => {
    const form = await event.request.formData()
    const { refusal } = await actAtDesk(event, Desk_RemoveCitation, { id: text(form, 'id') }, form)
    return refusal ? unsaved(refusal, {}, form) : saved(event)
  },
}

async function saved(event: RequestEvent): Promise<never> {
  const { slug, noun, thing } = event.params
  const { id } = await askThing(event)
  redirect(303, localizeHref(`/kommune/${slug}/${noun}/${thing}/kilder?lagret=${id}`))
}
