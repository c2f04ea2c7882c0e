import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { draftFrom, emptyDraft, faultsOf, toldOf } from '#lib/form/state'
import { issuePath } from '#lib/issues/asked'
import { issueFields, raiseFields } from '#lib/issues/fields'
import { nothingKnown } from '#lib/form/kinds'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askKnown, askThing } from '#lib/server/things'
import type { Actions, PageServerLoad } from './$types'

const Desk_RaiseIssue = graphql(`
  mutation Desk_RaiseIssue($body: ID!, $state: IssueInput!) {
    raiseIssue(body: $body, state: $state) {
      id
      slug
      municipality {
        slug
      }
    }
  }
`)

// Who sits in a body raises by their seat.
const fieldsFor = ({ rights }: { rights: readonly string[] }) =>
  rights.includes('REGISTER_MEND') ? issueFields : raiseFields

export const load: PageServerLoad = async (event) => {
  const { thing } = await event.parent()
  if (event.params.noun !== 'organ') error(404)
  if (!thing.rights.includes('ISSUE_RAISE')) error(403)
  const isKept = thing.rights.includes('REGISTER_MEND')
  return { draft: emptyDraft(fieldsFor(thing)), known: isKept ? await askKnown(event, thing) : nothingKnown }
}

export const actions: Actions = {
  default: async (event) => {
    const [form, thing] = await Promise.all([event.request.formData(), askThing(event)])
    const fields = fieldsFor(thing)
    const known = thing.rights.includes('REGISTER_MEND') ? await askKnown(event, thing) : nothingKnown
    const saying = { known, parties: new Map<string, object>() }
    const draft = draftFrom(form, fields)
    const faults = faultsOf(draft, fields, saying)
    if (Object.keys(faults).length) return fail(400, { draft, refused: { faults } })
    const state = toldOf(draft, fields, saying) as { title: string }
    const { data, refusal } = await actAtDesk(event, Desk_RaiseIssue, { body: thing.id, state }, form)
    if (refusal) return unsaved(refusal, { draft }, form)
    redirect(303, localizeHref(`${issuePath(data.raiseIssue)}?lagret=${data.raiseIssue.id}`))
  },
}
