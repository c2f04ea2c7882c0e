import { localizeHref } from '@samrad/i18n'
import { error, fail, redirect } from '@sveltejs/kit'
import { EndBody, RestoreBody } from '#lib/body/acts'
import { text, whenFrom } from '#lib/form/fields'
import type { Refused } from '#lib/form/refused'
import { askBody } from '#lib/server/body'
import { actAtDesk } from '#lib/server/desk'
import { knownDayFrom, unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { body } = await parent()
  if (!body.rights.includes('REGISTER_KEEP')) error(403)
}

const dayIsMissing: Refused = { faults: { from: 'not_a_day' } }

export const actions: Actions = {
  end: async (event) => {
    const form = await event.request.formData()
    const { id, slug, municipality } = await askBody(event)
    const when = whenFrom(form)
    const on = knownDayFrom(when)
    if (!on) return fail(400, { when, refused: dayIsMissing })
    const { refusal } = await actAtDesk(event, EndBody, { id, version: Number(text(form, '_version')), on }, form)
    if (refusal) return unsaved(refusal, { when }, form)
    redirect(303, localizeHref(`/kommune/${municipality.slug}/organ/${slug}?lagret=1`))
  },
  restore: async (event) => {
    const form = await event.request.formData()
    const { id, slug, municipality } = await askBody(event)
    const { refusal } = await actAtDesk(event, RestoreBody, { id, version: Number(text(form, '_version')) }, form)
    if (refusal) return unsaved(refusal, { when: whenFrom(form) }, form)
    redirect(303, localizeHref(`/kommune/${municipality.slug}/organ/${slug}?lagret=1`))
  },
}
