import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { shownOf } from '#lib/list/narrow'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askKeys } from './keys.server'
import type { Actions, PageServerLoad } from './$types'

const Desk_CreateKey = graphql(`
  mutation Desk_CreateKey($municipality: String!, $name: String!) {
    createApiKey(municipality: $municipality, name: $name) {
      token
    }
  }
`)

const Desk_EndKey = graphql(`
  mutation Desk_EndKey($id: ID!) {
    endApiKey(id: $id) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('SHARING_KEEP')) error(403)
  return { list: shownOf(await askKeys(event), event.url.searchParams), key: crypto.randomUUID() }
}

export const actions: Actions = {
  create: async (event) => {
    const form = await event.request.formData()
    const name = text(form, 'name')
    const variables = { municipality: event.params.slug, name }
    const { data, refusal } = await actAtDesk(event, Desk_CreateKey, variables, form)
    if (refusal) return unsaved(refusal, { name }, form)
    return { token: data.createApiKey.token }
  },
  end: async (event) => {
    const form = await event.request.formData()
    const id = text(form, 'id')
    const { refusal } = await actAtDesk(event, Desk_EndKey, { id }, form)
    if (refusal) return unsaved(refusal, {}, form)
    redirect(303, localizeHref(`/kommune/${event.params.slug}/nokler?lagret=${id}`))
  },
}
