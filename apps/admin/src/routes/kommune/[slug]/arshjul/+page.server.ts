import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { yearAsked } from '@samrad/web/dates'
import { error, fail, redirect } from '@sveltejs/kit'
import type { TypedDocumentNode } from '@urql/core'
import { text } from '#lib/form/fields'
import { draftFrom, faultsOf } from '#lib/form/state'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { everyOne } from '#lib/server/lists'
import { askKnown } from '#lib/server/things'
import { Desk_AddAnnualTasks, Desk_AnnualTasks, Desk_MeetingDays, ofYear } from '#lib/year/asked'
import { taskFields, toldTask, usualTasks, type ToldTask } from '#lib/year/fields'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_MarkAnnualTaskDone = graphql(`
  mutation Desk_MarkAnnualTaskDone($id: ID!, $year: Int!) {
    markAnnualTaskDone(id: $id, year: $year) {
      id
    }
  }
`)

const Desk_MarkAnnualTaskUndone = graphql(`
  mutation Desk_MarkAnnualTaskUndone($id: ID!, $year: Int!) {
    markAnnualTaskUndone(id: $id, year: $year) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality: here } = await event.parent()
  // It is read from within: by who leads or keeps the municipality.
  if (!here.rights.includes('HISTORY_READ')) error(403)
  const year = yearAsked(event.url)
  const { slug } = event.params
  const isKept = here.rights.includes('REGISTER_KEEP')
  const between = { municipality: slug, from: `${year}-01-01`, to: `${year + 1}-01-01` }
  const [{ municipality }, meetings, known] = await Promise.all([
    askDesk(event, Desk_AnnualTasks, { slug, year, before: year - 1 }),
    everyOne(async (after) => (await askDesk(event, Desk_MeetingDays, { ...between, after })).meetings),
    isKept ? askKnown(event) : null,
  ])
  const tasks = municipality?.annualTasks ?? error(404)
  return {
    year,
    tasks: ofYear(tasks, year),
    rest: tasks.filter(({ inYear }) => !inYear),
    meetings: meetings.filter(({ status }) => status !== 'CANCELLED').map(({ heldOn }) => heldOn),
    known,
    usual: tasks.length ? [] : usualTasks(year).map(({ title }) => title),
    key: crypto.randomUUID(),
  }
}

const back = ({ params, url }: RequestEvent, id: string) =>
  localizeHref(`/kommune/${params.slug}/arshjul?aar=${yearAsked(url)}&lagret=${id}`)

/** Says whether a task was done in a year. That somebody else said so first is as good. */
async function mark<Data>(event: RequestEvent, how: TypedDocumentNode<Data, { id: string; year: number }>) {
  const form = await event.request.formData()
  const id = text(form, 'id')
  const { refusal } = await actAtDesk(event, how, { id, year: Number(text(form, 'year')) }, form)
  const isSo = ['closed_already', 'is_open'].includes(refusal?.fields?.['id'] ?? '')
  if (refusal && !isSo) return unsaved(refusal, { at: id }, form)
  redirect(303, back(event, id))
}

async function add(event: RequestEvent, tasks: ToldTask[], form: FormData) {
  const asked = { municipality: event.params.slug, tasks }
  const { data, refusal } = await actAtDesk(event, Desk_AddAnnualTasks, asked, form)
  return { refusal, id: data?.addAnnualTasks[0]?.id ?? '' }
}

export const actions: Actions = {
  add: async (event) => {
    const [form, known] = await Promise.all([event.request.formData(), askKnown(event)])
    const saying = { known, parties: new Map<string, object>() }
    const draft = draftFrom(form, taskFields)
    const faults = faultsOf(draft, taskFields, saying)
    if (Object.keys(faults).length) return fail(400, { at: 'add', draft, refused: { faults } })
    const { refusal, id } = await add(event, [toldTask(draft, saying)], form)
    if (refusal) return unsaved(refusal, { at: 'add', draft }, form)
    redirect(303, back(event, id))
  },
  usual: async (event) => {
    const form = await event.request.formData()
    const { refusal, id } = await add(event, usualTasks(yearAsked(event.url)), form)
    if (refusal) return unsaved(refusal, { at: 'usual' }, form)
    redirect(303, back(event, id))
  },
  done: (event) => mark(event, Desk_MarkAnnualTaskDone),
  undone: (event) => mark(event, Desk_MarkAnnualTaskUndone),
}
