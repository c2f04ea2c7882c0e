import { localizeHref } from '@samrad/i18n'
import { error, fail, redirect } from '@sveltejs/kit'
import { CreateBody } from '#lib/body/acts'
import { draftFrom, emptyDraft, stateOf } from '#lib/body/draft'
import { whenFrom } from '#lib/form/fields'
import { askOptions } from '#lib/server/body'
import { actAtDesk } from '#lib/server/desk'
import { knownDayFrom, unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  return { options: await askOptions(event), key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const [draft, when] = [draftFrom(form), whenFrom(form)]
    const from = knownDayFrom(when)
    if (when.from && !from) return fail(400, { draft, when, refused: { faults: { from: 'not_a_day' } } })
    const variables = { municipality: event.params.slug, from: from ?? null, state: stateOf(draft, emptyDraft) }
    const { data, refusal } = await actAtDesk(event, CreateBody, variables, form)
    if (refusal) return unsaved(refusal, { draft, when }, form)
    redirect(303, localizeHref(`/kommune/${event.params.slug}/organ/${data.body.slug}?lagret=1`))
  },
}
