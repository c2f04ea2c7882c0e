import { localizeHref, todayInOslo } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { yearIn } from '@samrad/web/dates'
import { error, fail, redirect } from '@sveltejs/kit'
import { Desk_PlannedBodies, Desk_SuggestedMeetings } from '#lib/planning/asked'
import { faultsInForm, partOf, toldOf, typedPart } from '#lib/planning/draft'
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

/** What the address asks for: which bodies, which year, and when it is not as usual, on which weekday and how often. */
function askedIn(url: URL) {
  const number = (name: string, most: number) => {
    const value = Number(url.searchParams.get(name) ?? '')
    return Number.isInteger(value) && value >= 1 && value <= most ? value : null
  }
  return {
    bodies: url.searchParams.getAll('organ'),
    year: yearIn(url) ?? Number(todayInOslo().slice(0, 4)) + 1,
    weekday: number('ukedag', 5),
    times: number('antall', 60),
  }
}

async function askPlan(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const { bodies: slugs, year, weekday, times } = askedIn(event.url)
  const from = `${year - 2}-01-01`
  const { municipality } = await askDesk(event, Desk_PlannedBodies, { slug: event.params.slug, from, year })
  const bodies = (municipality?.bodies ?? error(404)).filter(({ rights }) => rights.includes('REGISTER_MEND'))
  const chosen = bodies.filter(({ slug }) => slugs.includes(slug))
  const parts = await Promise.all(
    chosen.map(async (body) => {
      const asked = { body: body.id, year, weekday, times }
      const { suggestedMeetings } = await askDesk(event, Desk_SuggestedMeetings, asked)
      return partOf(body, suggestedMeetings, year, chosen.length > 1)
    }),
  )
  return { bodies, parts, asked: { slugs, year, weekday, times }, breaks: municipality?.schoolBreaks ?? [] }
}

export const load: PageServerLoad = async (event) => {
  const plan = await askPlan(event)
  if (!plan.bodies.length) error(403)
  return { ...plan, key: crypto.randomUUID() }
}

export const actions: Actions = {
  plan: async (event) => {
    const [form, plan] = await Promise.all([event.request.formData(), askPlan(event)])
    const parts = plan.parts.map((part, nth) => typedPart(part, nth, form))
    const { told, faults } = toldOf(parts)
    if (!told.length) faults['b0.m0.use'] = 'nothing_wanted'
    if (Object.keys(faults).length) return fail(400, { parts, refused: { faults } })
    const { refusal } = await actAtDesk(
      event,
      Desk_PlanMeetings,
      { meetings: told.map(({ meeting }) => meeting) },
      form,
    )
    if (refusal) {
      const { status, data } = unsaved(refusal, { parts }, form)
      return fail(status, { ...data, refused: { ...data.refused, faults: faultsInForm(data.refused.faults, told) } })
    }
    const query = `aar=${plan.asked.year}&planlagt=${told.length}`
    redirect(303, localizeHref(`/kommune/${event.params.slug}/moter?${query}`))
  },
}
