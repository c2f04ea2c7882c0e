import { graphql } from '@samrad/schema/admin'
import { error } from '@sveltejs/kit'
import { partiesIn } from '#lib/form/party'
import { draftFrom, draftOf, faultsOf, toldOf } from '#lib/form/state'
import { mayMend } from '#lib/issues/asked'
import { issueFields } from '#lib/issues/fields'
import { actAtDesk } from '#lib/server/desk'
import { saveEdit } from '#lib/server/editing'
import { askIssue, backTo } from '#lib/server/issues'
import { askKnown } from '#lib/server/things'
import type { Actions, PageServerLoad } from './$types'

const Desk_CorrectIssue = graphql(`
  mutation Desk_CorrectIssue($id: ID!, $version: Int!, $state: IssueInput!) {
    correctIssue(id: $id, version: $version, state: $state) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const issue = await askIssue(event)
  if (!mayMend(issue)) error(403)
  return { issue, known: await askKnown(event, issue), present: draftOf(issue, issueFields), key: crypto.randomUUID() }
}

export const actions: Actions = {
  default: async (event) => {
    const [form, issue] = await Promise.all([event.request.formData(), askIssue(event)])
    const { id, version } = issue
    const saying = { known: await askKnown(event, issue), parties: partiesIn(issue) }
    return saveEdit({
      form,
      isDated: false,
      draft: draftFrom(form, issueFields),
      present: draftOf(issue, issueFields),
      version,
      faults: (draft) => faultsOf(draft, issueFields, saying),
      save: async (draft) => {
        const state = toldOf(draft, issueFields, saying) as { title: string }
        const { refusal } = await actAtDesk(event, Desk_CorrectIssue, { id, version, state }, form)
        return { refusal, redirectTo: backTo(issue) }
      },
    })
  },
}
