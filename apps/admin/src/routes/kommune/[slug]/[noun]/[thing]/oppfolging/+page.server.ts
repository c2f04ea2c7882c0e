import { localizeHref } from '@samrad/i18n'
import { error, fail, redirect } from '@sveltejs/kit'
import { pointFields } from '#lib/action-points/fields'
import { draftFrom, emptyDraft, faultsOf, toldOf } from '#lib/form/state'
import { shownOf } from '#lib/list/narrow'
import { Desk_AddActionPoint } from '#lib/server/action-points'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askKnown, askThing, nounOf } from '#lib/server/things'
import { askPointList } from './points.server'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  if (nounOf(event.params).type !== 'Body') error(404)
  const { thing } = await event.parent()
  const mayMend = thing.rights.includes('REGISTER_MEND')
  return {
    list: shownOf(await askPointList(event), event.url.searchParams),
    draft: emptyDraft(pointFields),
    known: mayMend ? await askKnown(event, thing) : null,
  }
}

export const actions: Actions = {
  default: async (event) => {
    const [form, thing] = await Promise.all([event.request.formData(), askThing(event)])
    const saying = { known: await askKnown(event, thing), parties: new Map<string, object>() }
    const draft = draftFrom(form, pointFields)
    const faults = faultsOf(draft, pointFields, saying)
    if (Object.keys(faults).length) return fail(400, { draft, refused: { faults } })
    const point = toldOf(draft, pointFields, saying) as { text: string }
    const { refusal } = await actAtDesk(event, Desk_AddActionPoint, { body: thing.id, point }, form)
    if (refusal) return unsaved(refusal, { draft }, form)
    const { slug, noun } = event.params
    redirect(303, localizeHref(`/kommune/${slug}/${noun}/${thing.slug}/oppfolging?lagret=${thing.id}`))
  },
}
