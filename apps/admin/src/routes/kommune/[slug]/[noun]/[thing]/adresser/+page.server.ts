import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
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

/** One line of addresses, as it stands in its field. */
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
    const rows = body.seats.map(({ id }, nth) => ({
      seat: id,
      addresses: text(form, `addresses-${nth}`),
      substitutes: text(form, `substitutes-${nth}`),
      // Which seat the fields were of when they were filled in: the seats may be others by now.
      of: text(form, `seat-${nth}`),
    }))
    if (rows.some(({ seat, of }) => seat !== of)) return fail(409, { rows, refused: { faults: {}, isConflict: true } })
    const seats = rows.map(({ seat, addresses, substitutes }) => ({
      seat,
      addresses: split(addresses),
      substitutes: split(substitutes),
    }))
    const { refusal } = await actAtDesk(event, Desk_SetSeatAddresses, { body: body.id, seats }, form)
    if (refusal) {
      const fields = Object.fromEntries(
        Object.entries(refusal.fields ?? {}).map(([path, fault]) => [
          path.replace(/^seats\.(\d+)\.(\w+).*$/, '$2-$1'),
          fault,
        ]),
      )
      return unsaved({ ...refusal, fields }, { rows }, form)
    }
    const { slug, noun, thing } = event.params
    redirect(303, localizeHref(`/kommune/${slug}/${noun}/${thing}/adresser?lagret=${body.id}`))
  },
}
