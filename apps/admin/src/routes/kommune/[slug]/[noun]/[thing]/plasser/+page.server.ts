import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail } from '@sveltejs/kit'
import { text, whenFrom } from '#lib/form/fields'
import { organisationNamed, seatsFrom, seatsOf, seatState, undecided, type SeatDraft } from '#lib/seats/draft'
import { similarTo } from '#lib/seats/similar'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { knownDayFrom, saveEdit } from '#lib/server/editing'
import { askOrganisations, type KnownOrganisation } from '#lib/server/organisations'
import { actsOn } from '#lib/nouns/noun'
import { askThing, nounOf } from '#lib/server/things'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Seats_Roles = graphql(`
  query Seats_Roles($slug: String!) {
    municipality(slug: $slug) {
      bodies {
        seats {
          roleTitle
        }
      }
    }
  }
`)

const Seats_CreateOrganisation = graphql(`
  mutation Seats_CreateOrganisation($municipality: String, $name: String!, $kind: OrganisationKind!) {
    createOrganisation(municipality: $municipality, visibility: PUBLIC, state: { name: $name, kind: $kind }) {
      id
      slug
      name
      kind
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (nounOf(event.params).type !== 'Body') error(404)
  if (!thing.rights.includes('REGISTER_MEND')) error(403)
  const [organisations, { municipality }] = await Promise.all([
    askOrganisations(event),
    askDesk(event, Seats_Roles, { slug: event.params.slug }),
  ])
  const inUse = municipality?.bodies.flatMap(({ seats }) => seats.map(({ roleTitle }) => roleTitle)) ?? []
  return { organisations, roles: [...new Set(inUse)].sort(new Intl.Collator('nb').compare) }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const noun = nounOf(event.params)
    const body = await askThing(event)
    const { id, version } = body
    const organisations = await askOrganisations(event)
    const seats = decided(form, seatsFrom(form))
    const unknown = unknownIn(seats, organisations)
    // Who says what kind it is, says that it is new.
    if (unknown.some((name) => !kindOf(form, name)))
      return fail(400, {
        draft: { seats },
        when: whenFrom(form),
        unknown: unknown.map((name) => ({
          name,
          similar: similarTo(name, organisations).map((one) => one.name),
          meant: form.has(`meant.${name}`) ? text(form, `meant.${name}`) : undecided,
          kind: kindOf(form, name),
        })),
        refused: { faults: {} },
      })
    return saveEdit({
      form,
      draft: { seats },
      present: { seats: seatsOf(body) },
      version,
      save: async (draft, when) => {
        const brought = await bringIn(event, form, unknownIn(draft.seats, organisations))
        if (brought.refusal) return { refusal: brought.refusal }
        const state = { seats: seatState(draft.seats, [...organisations, ...brought.organisations]) }
        const from = knownDayFrom(when)
        const { refusal } =
          when.act === 'change' && from
            ? await actAtDesk(event, actsOn(noun).change, { id, version, from, state }, form)
            : await actAtDesk(event, actsOn(noun).correct, { id, version, state }, form)
        return {
          refusal,
          redirectTo: localizeHref(`/kommune/${event.params.slug}/${noun.path}/${body.slug}?lagret=${id}`),
        }
      },
    })
  },
}

const unknownIn = (seats: readonly SeatDraft[], organisations: readonly KnownOrganisation[]): string[] => [
  ...new Set(
    seats.map(({ organisation }) => organisation).filter((name) => name && !organisationNamed(organisations, name)),
  ),
]

const kindOf = (form: FormData, name: string): string => text(form, `kind.${name}`)

/** Where somebody said that a name means one that is there, it is that one. */
const decided = (form: FormData, seats: SeatDraft[]): SeatDraft[] =>
  seats.map((seat) => {
    const meant = text(form, `meant.${seat.organisation}`)
    return meant && meant !== undecided ? { ...seat, organisation: meant } : seat
  })

/** Brings in the organisations that are new. Each is an act of its own, done once however often the form is sent. */
async function bringIn(event: RequestEvent, form: FormData, names: string[]) {
  const organisations: KnownOrganisation[] = []
  for (const [nth, name] of names.entries()) {
    const kind = kindOf(form, name)
    const own = new FormData()
    own.set('_key', `${text(form, '_key')}-${nth}`)
    own.set('_confirmed', text(form, '_confirmed'))
    const municipality = ['POLICE', 'STATE', 'COUNTY', 'RESEARCH'].includes(kind) ? null : event.params.slug
    const variables = { municipality, name, kind: kind as 'MUNICIPAL' }
    const { data, refusal } = await actAtDesk(event, Seats_CreateOrganisation, variables, own)
    if (refusal) return { organisations, refusal }
    organisations.push(data.createOrganisation)
  }
  return { organisations }
}
