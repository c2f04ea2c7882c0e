import { localizeHref } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { ChangeBody, CorrectBody } from '#lib/body/acts'
import { draftFrom, draftOf, stateOf } from '#lib/body/draft'
import { askBody, askOptions } from '#lib/server/body'
import { actAtDesk } from '#lib/server/desk'
import { knownDayFrom, saveEdit } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { body } = await event.parent()
  if (!body.rights.includes('REGISTER_MEND')) error(403)
  return { options: await askOptions(event) }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const body = await askBody(event)
    const { id, version } = body
    const present = draftOf(body)
    return saveEdit({
      form,
      draft: draftFrom(form),
      present,
      version,
      save: async (draft, when) => {
        const state = stateOf(draft, present, body)
        const from = knownDayFrom(when)
        const { refusal } =
          when.act === 'change' && from
            ? await actAtDesk(event, ChangeBody, { id, version, from, state }, form)
            : await actAtDesk(event, CorrectBody, { id, version, state }, form)
        return { refusal, redirectTo: localizeHref(`/kommune/${body.municipality.slug}/organ/${body.slug}?lagret=1`) }
      },
    })
  },
}
