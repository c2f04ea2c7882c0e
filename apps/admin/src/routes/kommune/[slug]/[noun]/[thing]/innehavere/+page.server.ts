import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text, whenFrom } from '#lib/form/fields'
import { actAtDesk } from '#lib/server/desk'
import { knownDayFrom, unsaved } from '#lib/server/editing'
import { askThing, nounOf } from '#lib/server/things'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Holder_Take = graphql(`
  mutation Holder_Take($seat: ID!, $name: String!, $from: KnownDay, $visibility: Visibility) {
    takeSeat(seat: $seat, name: $name, from: $from, visibility: $visibility) {
      id
    }
  }
`)
const Holder_Correct = graphql(`
  mutation Holder_Correct($id: ID!, $version: Int!, $name: String!, $visibility: Visibility!) {
    correctSeatHolder(id: $id, version: $version, name: $name, visibility: $visibility) {
      id
    }
  }
`)
const Holder_Leave = graphql(`
  mutation Holder_Leave($id: ID!, $version: Int!, $on: KnownDay!) {
    leaveSeat(id: $id, version: $version, on: $on) {
      id
    }
  }
`)
const Holder_Remove = graphql(`
  mutation Holder_Remove($id: ID!, $version: Int!) {
    removeSeatHolder(id: $id, version: $version) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (nounOf(event.params).type !== 'Body') error(404)
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
}

async function saved(event: RequestEvent): Promise<never> {
  const { slug, noun, thing } = event.params
  const { id } = await askThing(event)
  redirect(303, localizeHref(`/kommune/${slug}/${noun}/${thing}/innehavere?lagret=${id}`))
}
const visibilityIn = (form: FormData) => (text(form, 'visibility') || 'INTERNAL') as 'INTERNAL'
const holderIn = (form: FormData) => ({ id: text(form, 'holder'), version: Number(text(form, '_version')) })
const typedIn = (form: FormData) => ({
  at: text(form, 'seat') || text(form, 'holder'),
  name: text(form, 'name'),
  when: whenFrom(form),
})

export const actions: Actions = {
  take: async (event) => {
    const form = await event.request.formData()
    const typed = typedIn(form)
    const from = knownDayFrom(typed.when)
    if (typed.when.from && !from)
      return fail(400, { typed, refused: { faults: { from: 'not_a_day' } as Record<string, string> } })
    const variables = {
      seat: text(form, 'seat'),
      name: typed.name,
      from: from ?? null,
      visibility: visibilityIn(form),
    }
    const { refusal } = await actAtDesk(event, Holder_Take, variables, form)
    return refusal ? unsaved(refusal, { typed }, form) : saved(event)
  },
  correct: async (event) => {
    const form = await event.request.formData()
    const variables = { ...holderIn(form), name: text(form, 'name'), visibility: visibilityIn(form) }
    const { refusal } = await actAtDesk(event, Holder_Correct, variables, form)
    return refusal ? unsaved(refusal, { typed: typedIn(form) }, form) : saved(event)
  },
  leave: async (event) => {
    const form = await event.request.formData()
    const typed = typedIn(form)
    const on = knownDayFrom(typed.when)
    if (!on) return fail(400, { typed, refused: { faults: { from: 'not_a_day' } as Record<string, string> } })
    const { refusal } = await actAtDesk(event, Holder_Leave, { ...holderIn(form), on }, form)
    return refusal ? unsaved(refusal, { typed }, form) : saved(event)
  },
  remove: async (event) => {
    const form = await event.request.formData()
    const { refusal } = await actAtDesk(event, Holder_Remove, holderIn(form), form)
    return refusal ? unsaved(refusal, { typed: typedIn(form) }, form) : saved(event)
  },
}
