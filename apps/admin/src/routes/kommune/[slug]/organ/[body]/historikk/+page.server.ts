import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { askBody } from '#lib/server/body'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

const Body_Acts = graphql(`
  query Body_Acts($id: ID!, $after: String) {
    acts(filter: { object: $id }, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        at
        by
        isUndone
        changes {
          table
          kind
          differences {
            column
            before
            after
          }
        }
      }
    }
  }
`)

const UndoAct = graphql(`
  mutation UndoAct($id: ID!) {
    undoAct(id: $id) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { body } = await event.parent()
  if (!body.rights.includes('HISTORY_READ')) error(403)
  const { acts } = await askDesk(event, Body_Acts, { id: body.id, after: event.url.searchParams.get('etter') })
  return { acts }
}

export const actions: Actions = {
  undo: async (event) => {
    const form = await event.request.formData()
    const { refusal } = await actAtDesk(event, UndoAct, { id: text(form, 'act') }, form)
    if (refusal) return unsaved(refusal, {}, form)
    const { slug, body } = event.params
    // Undoing what brought the body into being takes its page along.
    const isThere = await askBody(event).then(
      () => true,
      () => false,
    )
    if (!isThere) redirect(303, localizeHref(`/kommune/${slug}`))
    redirect(303, localizeHref(`/kommune/${slug}/organ/${body}?lagret=1`))
  },
}
