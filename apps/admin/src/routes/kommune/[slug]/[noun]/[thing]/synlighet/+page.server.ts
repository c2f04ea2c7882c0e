import { localizeHref } from '@samrad/i18n'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { actsOn } from '#lib/nouns/noun'
import { askThing, nounOf } from '#lib/server/things'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { thing } = await parent()
  if (!thing.rights.includes('REGISTER_KEEP')) error(403)
}

const visibilities = ['PUBLIC', 'NEIGHBOURS', 'INTERNAL'] as const

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const noun = nounOf(event.params)
    const { id, slug } = await askThing(event)
    const chosen = text(form, 'visibility')
    const visibility = visibilities.find((one) => one === chosen)
    if (!visibility) return fail(400, { chosen, refused: { faults: { visibility: 'required' } } })
    const version = Number(text(form, '_version'))
    const { refusal } = await actAtDesk(event, actsOn(noun).setVisibility, { id, version, visibility }, form)
    if (refusal) return unsaved(refusal, { chosen }, form)
    redirect(303, localizeHref(`/kommune/${event.params.slug}/${noun.path}/${slug}?lagret=${id}`))
  },
}
