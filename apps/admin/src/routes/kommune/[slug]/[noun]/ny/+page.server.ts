import { localizeHref } from '@samrad/i18n'
import { error, fail, redirect } from '@sveltejs/kit'
import { whenFrom } from '#lib/form/fields'
import type { Draft } from '#lib/form/kinds'
import { partiesIn, withoutSeats } from '#lib/form/party'
import { draftFrom, draftOf, emptyDraft, faultsOf, toldOf } from '#lib/form/state'
import { actsOn } from '#lib/nouns/noun'
import { actAtDesk } from '#lib/server/desk'
import { knownDayFrom, unsaved } from '#lib/server/editing'
import { askKnown, askThing, nounOf } from '#lib/server/things'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** What a new thing is made like: one that is there, without its name. */
async function patternOf(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const like = event.url.searchParams.get('som')
  return like ? askThing({ locals: event.locals, params: { ...event.params, thing: like } }) : undefined
}

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  const { fields, path } = nounOf(event.params)
  const [known, pattern] = await Promise.all([askKnown(event), patternOf(event)])
  const name = fields[0]?.name ?? ''
  const draft = pattern ? { ...likeOf(draftOf(pattern, fields)), [name]: '' } : emptyDraft(fields)
  return { known, draft, noun: path, like: pattern?.name, key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const noun = nounOf(event.params)
    const [known, pattern] = await Promise.all([askKnown(event), patternOf(event)])
    const saying = { known, parties: withoutSeats(partiesIn(pattern)) }
    const [draft, when] = [draftFrom(form, noun.fields), whenFrom(form)]
    const from = knownDayFrom(when)
    const faults = {
      ...faultsOf(draft, noun.fields, saying),
      ...(when.from && !from ? { from: 'not_a_day' } : {}),
    }
    if (Object.keys(faults).length) return fail(400, { draft, when, refused: { faults } })
    const state = {
      ...toldOf(draft, noun.fields, saying),
      ...(pattern ? seatsLike(pattern) : {}),
    }
    const variables = { municipality: event.params.slug, from: from ?? null, state }
    const { data, refusal } = await actAtDesk(event, actsOn(noun).create, variables, form)
    if (refusal) return unsaved(refusal, { draft, when }, form)
    redirect(303, localizeHref(`/kommune/${event.params.slug}/${noun.path}/${data.thing.slug}?lagret=${data.thing.id}`))
  },
}

/** A draft like another, its rows with no identity of their own yet. */
const likeOf = (draft: Draft): Draft =>
  Object.fromEntries(
    Object.entries(draft).map(([field, value]) => [
      field,
      Array.isArray(value)
        ? value.map((row) => (typeof row === 'object' && 'id' in row ? { ...row, id: '' } : row))
        : value,
    ]),
  ) as Draft

type Seats = {
  seats?: {
    roleTitle: string
    groupTitle: string | null
    attachment: string
    quantity: string
    organisation: { id: string } | null
  }[]
}

/** The seats of a body that another is made like; nobody sits in them yet. */
const seatsLike = (pattern: object) => {
  const { seats } = pattern as Seats
  return seats ? { seats: seats.map(seatLike) } : {}
}
const seatLike = ({
  roleTitle,
  groupTitle,
  attachment,
  quantity,
  organisation,
}: NonNullable<Seats['seats']>[number]) => ({
  roleTitle,
  groupTitle,
  attachment,
  quantity,
  organisation: organisation?.id ?? null,
})
