import { localizeHref } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { knownOf, type Known } from '#lib/form/known'
import { draftFrom, draftOf, faultsOf, stateOf } from '#lib/form/state'
import { actsOn, type Thing } from '#lib/nouns/noun'
import { organisation } from '#lib/nouns/organisation'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { knownDayFrom, saveEdit } from '#lib/server/editing'
import { askActsOn } from '#lib/server/history'
import { askSharedOrganisations } from '#lib/server/organisations'
import type { Actions, PageServerLoad } from './$types'

type Asker = { locals: App.Locals; params: { thing: string } }

/** An organisation that belongs to no municipality. Answers 403 to who may not mend it. */
async function askShared(event: Asker): Promise<{ thing: Thing; known: Known }> {
  const variables = { municipality: null as never, slug: event.params.thing, asOf: null }
  const [found, others] = await Promise.all([
    askDesk(event, organisation.one, variables),
    askSharedOrganisations(event),
  ])
  const thing = found.thing as Thing | null
  if (!thing) error(404)
  if (!thing.rights.includes('SHARED_MEND')) error(403)
  return { thing, known: knownOf(null, others, [], thing) }
}

export const load: PageServerLoad = async (event) => {
  const { thing, known } = await askShared(event)
  const acts = await askActsOn(event, thing.id)
  return { thing, known, draft: draftOf(thing, organisation.fields), acts, key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const { thing, known } = await askShared(event)
    const { fields } = organisation
    const saying = { known, parties: new Map<string, object>() }
    const present = draftOf(thing, fields)
    const { id, version } = thing
    return saveEdit({
      form,
      draft: draftFrom(form, fields),
      present,
      version,
      // What stands as it stood is not in question.
      faults: (draft) =>
        faultsOf(
          draft,
          fields.filter(({ name }) => JSON.stringify(draft[name]) !== JSON.stringify(present[name])),
          saying,
        ),
      save: async (draft, when) => {
        const state = stateOf(draft, present, fields, saying)
        const from = knownDayFrom(when)
        const { change, correct } = actsOn(organisation)
        const { refusal } =
          when.act === 'change' && from
            ? await actAtDesk(event, change, { id, version, from, state }, form)
            : await actAtDesk(event, correct, { id, version, state }, form)
        return { refusal, redirectTo: localizeHref(`/drift/virksomheter?lagret=${id}`) }
      },
    })
  },
}
