import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { yearAsked } from '@samrad/web/dates'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { draftFrom, draftOf, faultsOf } from '#lib/form/state'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { saveEdit, unsaved } from '#lib/server/editing'
import { askKnown } from '#lib/server/things'
import { Desk_AnnualTasks } from '#lib/year/asked'
import { taskFields, toldTask } from '#lib/year/fields'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_CorrectAnnualTask = graphql(`
  mutation Desk_CorrectAnnualTask($id: ID!, $version: Int!, $task: AnnualTaskInput!) {
    correctAnnualTask(id: $id, version: $version, task: $task) {
      id
    }
  }
`)

const Desk_RemoveAnnualTask = graphql(`
  mutation Desk_RemoveAnnualTask($id: ID!, $version: Int!) {
    removeAnnualTask(id: $id, version: $version)
  }
`)

async function askTask(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const { slug, task } = event.params
  const year = yearAsked(event.url)
  const { municipality } = await askDesk(event, Desk_AnnualTasks, { slug, year, before: year - 1 })
  return municipality?.annualTasks.find(({ id }) => id === task) ?? error(404)
}

const back = ({ params, url }: RequestEvent, id: string) =>
  localizeHref(`/kommune/${params.slug}/arshjul?aar=${yearAsked(url)}&lagret=${id}`)

export const load: PageServerLoad = async (event) => {
  const { municipality } = await event.parent()
  if (!municipality.rights.includes('REGISTER_KEEP')) error(403)
  const [task, known] = await Promise.all([askTask(event), askKnown(event)])
  return { task, known, draft: draftOf(task, taskFields), year: yearAsked(event.url), key: crypto.randomUUID() }
}

export const actions: Actions = {
  correct: async (event) => {
    const [form, task, known] = await Promise.all([event.request.formData(), askTask(event), askKnown(event)])
    const { id, version } = task
    const saying = { known, parties: new Map<string, object>() }
    return saveEdit({
      form,
      isDated: false,
      draft: draftFrom(form, taskFields),
      present: draftOf(task, taskFields),
      version,
      faults: (draft) => faultsOf(draft, taskFields, saying),
      save: async (draft) => {
        const told = toldTask(draft, saying)
        const { refusal } = await actAtDesk(event, Desk_CorrectAnnualTask, { id, version, task: told }, form)
        return { refusal, redirectTo: back(event, id) }
      },
    })
  },
  remove: async (event) => {
    const [form, { id }] = await Promise.all([event.request.formData(), askTask(event)])
    const version = Number(text(form, '_version'))
    const { refusal } = await actAtDesk(event, Desk_RemoveAnnualTask, { id, version }, form)
    if (refusal) return unsaved(refusal, { isRemoval: true }, form)
    redirect(303, back(event, id))
  },
}
