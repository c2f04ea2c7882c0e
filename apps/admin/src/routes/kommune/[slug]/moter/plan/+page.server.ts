import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { yearAsked } from '@samrad/web/dates'
import { error, fail, redirect } from '@sveltejs/kit'
import { Desk_PlannedBodies, Desk_SuggestedMeetings } from '#lib/planning/asked'
import { inForm, partOf, partsFrom, shareRounds, toldOf } from '#lib/planning/draft'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_PlanMeetings = graphql(`
  mutation Desk_PlanMeetings($meetings: [PlannedMeeting!]!) {
    planMeetings(meetings: $meetings) {
      id
    }
  }
`)

/** What the address asks for, as it was typed, and what is wrong with it. */
function askedIn({ searchParams }: URL) {
  const typed = (name: string) => searchParams.get(name)?.trim() ?? ''
  const asked = {
    slugs: searchParams.getAll('organ'),
    year: typed('aar'),
    weekday: typed('ukedag'),
    times: typed('antall'),
  }
  const isBetween = (value: string, least: number, most: number) =>
    /^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most
  const faults: Record<string, string> = {}
  if (asked.year && !isBetween(asked.year, 1990, 2100)) faults['aar'] = 'not_a_year'
  if (asked.times && !isBetween(asked.times, 1, 60)) faults['antall'] = 'not_one_to_sixty'
  if (searchParams.has('foresla') && !asked.slugs.length) faults['organ'] = 'required'
  return { asked, faults }
}

async function askBodies(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const year = yearAsked(event.url, 1)
  const between = { from: `${year - 2}-01-01`, to: `${year + 1}-01-01` }
  const { municipality } = await askDesk(event, Desk_PlannedBodies, { slug: event.params.slug, ...between, year })
  const { bodies, schoolBreaks } = municipality ?? error(404)
  return { year, breaks: schoolBreaks, bodies: bodies.filter(({ rights }) => rights.includes('REGISTER_MEND')) }
}

export const load: PageServerLoad = async (event) => {
  const { asked, faults } = askedIn(event.url)
  const { year, bodies, breaks } = await askBodies(event)
  if (!bodies.length) error(403)
  const chosen = bodies.filter(({ slug }) => asked.slugs.includes(slug))
  const isAsked = chosen.length > 0 && !Object.keys(faults).length
  const { suggestedMeetings } = isAsked
    ? await askDesk(event, Desk_SuggestedMeetings, {
        bodies: chosen.map(({ id }) => id),
        year,
        weekday: Number(asked.weekday) || null,
        times: Number(asked.times) || null,
      })
    : { suggestedMeetings: [] }
  const parts = suggestedMeetings.flatMap(({ bodyId, meetings }) => {
    const body = chosen.find(({ id }) => id === bodyId)
    return body ? partOf(body, meetings, year, shareRounds(chosen)) : []
  })
  return { bodies, parts, asked, faults, year, breaks, key: crypto.randomUUID() }
}

export const actions: Actions = {
  plan: async (event) => {
    const [form, { bodies, year }] = await Promise.all([event.request.formData(), askBodies(event)])
    const parts = partsFrom(form, new Map(bodies.map(({ id, name }) => [id, name])))
    const { told, faults } = toldOf(parts)
    if (Object.keys(faults).length) return fail(400, { parts, refused: { faults } })
    const { refusal } = await actAtDesk(
      event,
      Desk_PlanMeetings,
      { meetings: told.map(({ meeting }) => meeting) },
      form,
    )
    if (refusal) {
      const named = Object.entries(refusal.fields ?? {}).map(([path, fault]) => [inForm(path, told), fault])
      const fields = Object.fromEntries(named) as Record<string, string>
      const where = refusal.where && inForm(refusal.where, told)
      return unsaved({ ...refusal, fields, ...(where ? { where } : {}) }, { parts }, form)
    }
    redirect(303, localizeHref(`/kommune/${event.params.slug}/moter?aar=${year}&planlagt=${told.length}`))
  },
}
