import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askThing } from '#lib/server/things'
import type { Actions, PageServerLoad } from './$types'

const Thing_Acts = graphql(`
  query Thing_Acts($id: ID!, $after: String) {
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
  const { thing } = await event.parent()
  if (!thing.rights.includes('HISTORY_READ')) error(403)
  const { acts } = await askDesk(event, Thing_Acts, { id: thing.id, after: event.url.searchParams.get('etter') })
  return { acts }
}

export const actions: Actions = {
  undo: async (event) => {
    const form = await event.request.formData()
    const { refusal } = await actAtDesk(event, UndoAct, { id: text(form, 'act') }, form)
    if (refusal) return unsaved(refusal, {}, form)
    const { slug, noun, thing } = event.params
    // Undoing what brought the thing into being takes its page along.
    const isThere = await askThing(event).then(
      () => true,
      () => false,
    )
    if (!isThere) redirect(303, localizeHref(`/kommune/${slug}/${noun}`))
    redirect(303, localizeHref(`/kommune/${slug}/${noun}/${thing}?lagret=1`))
  },
}
