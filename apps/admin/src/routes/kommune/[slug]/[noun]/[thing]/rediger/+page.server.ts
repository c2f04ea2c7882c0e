import { localizeHref } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import type { Field } from '#lib/form/kinds'
import { hasHiddenPart, partiesIn } from '#lib/form/party'
import { draftFrom, draftOf, faultsOf, stateOf } from '#lib/form/state'
import { actsOn, type Thing } from '#lib/nouns/noun'
import { actAtDesk } from '#lib/server/desk'
import { knownDayFrom, saveEdit } from '#lib/server/editing'
import { askKnown, askThing, nounOf } from '#lib/server/things'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  return { known: await askKnown(event, thing), draft: draftOf(thing, nounOf(event.params).fields) }
}

/** Of the fields that were changed, those that hold what the viewer does not see. */
const hiddenIn = (changed: readonly Field[], thing: Thing): Record<string, string> =>
  Object.fromEntries(
    changed
      .filter(({ name, from = (data: Record<string, unknown>) => data[name] }) => hasHiddenPart(from(thing as never)))
      .map(({ name }) => [name, 'part_is_hidden']),
  )

export const actions: Actions = {
  default: async (event) => {
    const [form, thing] = await Promise.all([event.request.formData(), askThing(event)])
    const noun = nounOf(event.params)
    const { fields } = noun
    const saying = { known: await askKnown(event, thing), parties: partiesIn(thing) }
    const present = draftOf(thing, fields)
    const { id, version } = thing
    return saveEdit({
      form,
      draft: draftFrom(form, fields),
      present,
      version,
      // What stands as it stood is not in question.
      faults: (draft) => {
        const changed = fields.filter(({ name }) => JSON.stringify(draft[name]) !== JSON.stringify(present[name]))
        return { ...faultsOf(draft, changed, saying), ...hiddenIn(changed, thing) }
      },
      save: async (draft, when) => {
        const state = stateOf(draft, present, fields, saying)
        const from = knownDayFrom(when)
        const { change, correct } = actsOn(noun)
        const { refusal } =
          when.act === 'change' && from
            ? await actAtDesk(event, change, { id, version, from, state }, form)
            : await actAtDesk(event, correct, { id, version, state }, form)
        return {
          refusal,
          redirectTo: localizeHref(`/kommune/${event.params.slug}/${noun.path}/${thing.slug}?lagret=${id}`),
        }
      },
    })
  },
}
