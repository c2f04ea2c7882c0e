import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { typedIn } from '#lib/invitations/addresses'
import { Desk_Reach } from '#lib/invitations/asked'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

const Desk_SetSeatAddresses = graphql(`
  mutation Desk_SetSeatAddresses($body: ID!, $seats: [SeatAddressesInput!]!) {
    setSeatAddresses(body: $body, seats: $seats) {
      id
    }
  }
`)

type Asker = { locals: App.Locals; params: { slug: string; thing: string } }

const askReach = async ({ locals, params }: Asker) => {
  const { body } = await askDesk({ locals }, Desk_Reach, { municipality: params.slug, slug: params.thing })
  return body ?? error(404)
}

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (event.params.noun !== 'organ') error(404)
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  return { body: await askReach(event) }
}

const split = (typed: string) => typed.split(/[\s,;]+/).filter(Boolean)

export const actions: Actions = {
  default: async (event) => {
    const [form, body] = await Promise.all([event.request.formData(), askReach(event)])
    // The seats may be others by now: each has fields of its own, and what is not in the form stays as it is.
    const seats = body.seats
      .filter(({ id }) => form.has(`addresses-${id}`))
      .map(({ id }) => ({
        seat: id,
        addresses: split(text(form, `addresses-${id}`)),
        substitutes: split(text(form, `substitutes-${id}`)),
      }))
    const { refusal } = await actAtDesk(event, Desk_SetSeatAddresses, { body: body.id, seats }, form)
    if (refusal) {
      const fields = Object.fromEntries(
        Object.entries(refusal.fields ?? {}).map(([path, fault]) => [
          path.replace(
            /^seats\.(\d+)\.(\w+).*$/,
            (_, nth: string, kind: string) => `${kind}-${seats[Number(nth)]?.seat}`,
          ),
          fault,
        ]),
      )
      return unsaved({ ...refusal, fields }, { typed: typedIn(form, body.seats) }, form)
    }
    const { slug, noun, thing } = event.params
    redirect(303, localizeHref(`/kommune/${slug}/${noun}/${thing}/adresser?lagret=${body.id}`))
  },
}
