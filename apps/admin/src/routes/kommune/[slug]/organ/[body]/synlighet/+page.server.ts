import { localizeHref } from '@samrad/i18n'
import { error, fail, redirect } from '@sveltejs/kit'
import { SetBodyVisibility } from '#lib/body/acts'
import { text } from '#lib/form/fields'
import { askBody } from '#lib/server/body'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { body } = await parent()
  if (!body.rights.includes('REGISTER_KEEP')) error(403)
}

const visibilities = ['PUBLIC', 'NEIGHBOURS', 'INTERNAL'] as const

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const { id, slug, municipality } = await askBody(event)
    const chosen = text(form, 'visibility')
    const visibility = visibilities.find((one) => one === chosen)
    if (!visibility) return fail(400, { chosen, refused: { faults: { visibility: 'required' } } })
    const version = Number(text(form, '_version'))
    const { refusal } = await actAtDesk(event, SetBodyVisibility, { id, version, visibility }, form)
    if (refusal) return unsaved(refusal, { chosen }, form)
    redirect(303, localizeHref(`/kommune/${municipality.slug}/organ/${slug}?lagret=1`))
  },
}
