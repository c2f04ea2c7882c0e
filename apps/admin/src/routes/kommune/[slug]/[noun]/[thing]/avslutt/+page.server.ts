import { localizeHref } from '@samrad/i18n'
import { error, fail, redirect } from '@sveltejs/kit'
import { text, whenFrom } from '#lib/form/fields'
import type { Refused } from '#lib/form/refused'
import { actAtDesk } from '#lib/server/desk'
import { knownDayFrom, unsaved } from '#lib/server/editing'
import { actsOn } from '#lib/nouns/noun'
import { askThing, nounOf } from '#lib/server/things'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ parent }) => {
  const { thing } = await parent()
  if (!thing.rights.includes('REGISTER_KEEP')) error(403)
}

const dayIsMissing: Refused = { faults: { from: 'not_a_day' } }

export const actions: Actions = {
  end: async (event) => {
    const form = await event.request.formData()
    const noun = nounOf(event.params)
    const { id, slug } = await askThing(event)
    const when = whenFrom(form)
    const on = knownDayFrom(when)
    if (!on) return fail(400, { when, refused: dayIsMissing })
    const { refusal } = await actAtDesk(
      event,
      actsOn(noun).end,
      { id, version: Number(text(form, '_version')), on },
      form,
    )
    if (refusal) return unsaved(refusal, { when }, form)
    redirect(303, localizeHref(`/kommune/${event.params.slug}/${noun.path}/${slug}?lagret=${id}`))
  },
  restore: async (event) => {
    const form = await event.request.formData()
    const noun = nounOf(event.params)
    const { id, slug } = await askThing(event)
    const { refusal } = await actAtDesk(
      event,
      actsOn(noun).restore,
      { id, version: Number(text(form, '_version')) },
      form,
    )
    if (refusal) return unsaved(refusal, { when: whenFrom(form) }, form)
    redirect(303, localizeHref(`/kommune/${event.params.slug}/${noun.path}/${slug}?lagret=${id}`))
  },
}
