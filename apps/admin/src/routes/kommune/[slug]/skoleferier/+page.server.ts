import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { yearAsked } from '@samrad/web/dates'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { draftFrom, faultsOf, toldOf } from '#lib/form/state'
import { breakFields } from '#lib/planning/fields'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

const Desk_SchoolBreaks = graphql(`
  query Desk_SchoolBreaks($slug: String!, $year: Int!) {
    municipality(slug: $slug) {
      schoolBreaks(year: $year) {
        id
        name
        from
        until
      }
    }
  }
`)

const Desk_AddSchoolBreak = graphql(`
  mutation Desk_AddSchoolBreak($municipality: String!, $schoolBreak: SchoolBreakInput!) {
    addSchoolBreak(municipality: $municipality, schoolBreak: $schoolBreak) {
      id
      from
    }
  }
`)

const Desk_RemoveSchoolBreak = graphql(`
  mutation Desk_RemoveSchoolBreak($id: ID!) {
    removeSchoolBreak(id: $id)
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality: here } = await event.parent()
  if (!here.rights.includes('REGISTER_KEEP')) error(403)
  const year = yearAsked(event.url, 1)
  const { municipality } = await askDesk(event, Desk_SchoolBreaks, { slug: event.params.slug, year })
  return {
    year,
    breaks: municipality?.schoolBreaks ?? error(404),
    key: crypto.randomUUID(),
  }
}

const back = (slug: string, year: string, id: string) =>
  localizeHref(`/kommune/${slug}/skoleferier?aar=${year}&lagret=${id}`)

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData()
    const draft = draftFrom(form, breakFields)
    const faults = faultsOf(draft, breakFields)
    if (Object.keys(faults).length) return fail(400, { at: 'add', draft, refused: { faults } })
    const schoolBreak = toldOf(draft, breakFields) as { name: string; from: string; until: string | null }
    const asked = { municipality: event.params.slug, schoolBreak }
    const { data, refusal } = await actAtDesk(event, Desk_AddSchoolBreak, asked, form)
    if (refusal) return unsaved(refusal, { at: 'add', draft }, form)
    redirect(303, back(event.params.slug, schoolBreak.from.slice(0, 4), data.addSchoolBreak.id))
  },
  remove: async (event) => {
    const form = await event.request.formData()
    const id = text(form, 'id')
    const { refusal } = await actAtDesk(event, Desk_RemoveSchoolBreak, { id }, form)
    if (refusal) return unsaved(refusal, { at: id }, form)
    redirect(303, back(event.params.slug, String(yearAsked(event.url, 1)), id))
  },
}
