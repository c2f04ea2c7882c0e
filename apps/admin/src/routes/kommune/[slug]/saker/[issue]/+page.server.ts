import { localizeHref, todayInOslo } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { isNamed } from '#lib/form/known'
import { toldParty } from '#lib/form/party'
import { draftFrom, emptyDraft, faultsOf, toldOf } from '#lib/form/state'
import { Desk_IssueNames, issuePath, mayMend } from '#lib/issues/asked'
import { liftFields } from '#lib/issues/fields'
import { pathOfMeeting } from '#lib/meetings/path'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askActsOn } from '#lib/server/history'
import { askIssue, backTo } from '#lib/server/issues'
import { everyOne } from '#lib/server/lists'
import { askKnown } from '#lib/server/things'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Desk_LiftIssue = graphql(`
  mutation Desk_LiftIssue($id: ID!, $version: Int!, $lift: LiftInput!) {
    liftIssue(id: $id, version: $version, lift: $lift) {
      id
    }
  }
`)

const Desk_AnswerLift = graphql(`
  mutation Desk_AnswerLift($id: ID!, $version: Int!, $answer: String!) {
    answerLift(id: $id, version: $version, answer: $answer) {
      id
    }
  }
`)

const Desk_WithdrawLift = graphql(`
  mutation Desk_WithdrawLift($id: ID!, $version: Int!) {
    withdrawLift(id: $id, version: $version) {
      id
    }
  }
`)

const Desk_CloseIssue = graphql(`
  mutation Desk_CloseIssue($id: ID!, $version: Int!, $outcome: String!) {
    closeIssue(id: $id, version: $version, outcome: $outcome) {
      id
    }
  }
`)

const Desk_ReopenIssue = graphql(`
  mutation Desk_ReopenIssue($id: ID!, $version: Int!) {
    reopenIssue(id: $id, version: $version) {
      id
    }
  }
`)

const Desk_RelateIssues = graphql(`
  mutation Desk_RelateIssues($id: ID!, $other: ID!) {
    relateIssues(id: $id, other: $other) {
      id
    }
  }
`)

const Desk_UnrelateIssues = graphql(`
  mutation Desk_UnrelateIssues($id: ID!, $other: ID!) {
    unrelateIssues(id: $id, other: $other) {
      id
    }
  }
`)

const Desk_MergeIssues = graphql(`
  mutation Desk_MergeIssues($id: ID!, $version: Int!, $into: ID!) {
    mergeIssues(id: $id, version: $version, into: $into) {
      id
    }
  }
`)

const Desk_PutIssueOnAgenda = graphql(`
  mutation Desk_PutIssueOnAgenda($meeting: ID!, $item: AgendaItemInput!) {
    addAgendaItem(meeting: $meeting, item: $item) {
      id
    }
  }
`)

const Desk_SetIssueVisibility = graphql(`
  mutation Desk_SetIssueVisibility($id: ID!, $version: Int!, $visibility: Visibility!) {
    setIssueVisibility(id: $id, version: $version, visibility: $visibility) {
      id
    }
  }
`)

/** What the issues of the municipality are called. */
const askNames = (event: RequestEvent) =>
  everyOne(async (after) => (await askDesk(event, Desk_IssueNames, { municipality: event.params.slug, after })).issues)

export const load: PageServerLoad = async (event) => {
  const issue = await askIssue(event)
  const isKept = mayMend(issue)
  const [known, others, acts] = await Promise.all([
    isKept ? askKnown(event) : null,
    isKept ? askNames(event) : [],
    issue.municipality.rights.includes('HISTORY_READ') ? askActsOn(event, issue.id) : undefined,
  ])
  return {
    issue,
    receivers: [...new Set(known?.parties.map(({ name }) => name))],
    others: others.filter(({ id, stage }) => id !== issue.id && stage !== 'MERGED'),
    acts,
    lift: emptyDraft(liftFields),
    // Others are told of the act that they can undo.
    isRaised: event.url.searchParams.get('lagret') === issue.id && !issue.municipality.rights.includes('HISTORY_READ'),
    today: todayInOslo(),
    key: crypto.randomUUID(),
  }
}

type Issue = Awaited<ReturnType<typeof askIssue>>
type Seen = { id: string; version: number }

/** Does something with the issue that takes a field or a click; what was typed comes back when it is refused. */
async function step(
  event: RequestEvent,
  name: string,
  act: (seen: Seen, form: FormData, issue: Issue) => ReturnType<typeof actAtDesk>,
) {
  const [form, issue] = await Promise.all([event.request.formData(), askIssue(event)])
  const move = text(form, 'move')
  const seen = { id: move || issue.id, version: Number(text(form, '_version')) }
  const { refusal } = await act(seen, form, issue)
  const shown = { step: name, move, typed: typed(form) }
  if (refusal) {
    // Each form has one field at most: whatever is wrong stands there.
    const field = text(form, 'field')
    for (const said of ['answer', 'outcome']) form.set(said, shown.typed)
    const { status, data } = unsaved(refusal, shown, form)
    const [fault] = Object.values(data.refused.faults)
    return fail(status, { ...shown, refused: { ...data.refused, faults: fault ? { [field || 'id']: fault } : {} } })
  }
  redirect(303, backTo(issue))
}
// Each form has a field of its own name, so that no two on the page are called the same.
const typed = (form: FormData) => text(form, text(form, 'field'))

export const actions: Actions = {
  lift: async (event) => {
    const [form, issue, known] = await Promise.all([event.request.formData(), askIssue(event), askKnown(event)])
    const draft = draftFrom(form, liftFields)
    const [from, receiver] = [text(form, 'from'), text(form, 'receiver').trim()]
    const shown = { step: 'lift', lift: draft, from, receiver }
    const faults = faultsOf(draft, liftFields)
    if (!receiver) faults['receiver'] = 'required'
    if (Object.keys(faults).length) return fail(400, { ...shown, refused: { faults } })
    const saying = { known, parties: new Map<string, object>() }
    const body = known.bodies.find(({ name }) => isNamed(name, receiver))
    const whom = body ? { toBody: body.id } : { to: toldParty(receiver, saying) }
    const wanted = toldOf(draft, liftFields) as { direction: 'UP'; question: string }
    const version = Number(text(form, '_version'))
    const variables = { id: issue.id, version, lift: { from, ...whom, ...wanted } }
    const { refusal } = await actAtDesk(event, Desk_LiftIssue, variables, form)
    if (refusal) {
      const { status, data } = unsaved(refusal, shown, form)
      const { to, toBody, ...others } = data.refused.faults
      const wrong = to ?? toBody
      const refused = { ...data.refused, faults: { ...others, ...(wrong ? { receiver: wrong } : {}) } }
      return fail(status, { ...shown, refused })
    }
    redirect(303, backTo(issue))
  },
  answer: (event) =>
    step(event, 'answer', (seen, form) => actAtDesk(event, Desk_AnswerLift, { ...seen, answer: typed(form) }, form)),
  withdraw: (event) => step(event, 'withdraw', (seen, form) => actAtDesk(event, Desk_WithdrawLift, seen, form)),
  close: (event) =>
    step(event, 'close', (seen, form) => actAtDesk(event, Desk_CloseIssue, { ...seen, outcome: typed(form) }, form)),
  reopen: (event) => step(event, 'reopen', (seen, form) => actAtDesk(event, Desk_ReopenIssue, seen, form)),
  relate: (event) =>
    step(event, 'relate', ({ id }, form) => actAtDesk(event, Desk_RelateIssues, { id, other: typed(form) }, form)),
  unrelate: (event) =>
    step(event, 'unrelate', ({ id }, form) => actAtDesk(event, Desk_UnrelateIssues, { id, other: typed(form) }, form)),
  merge: (event) =>
    step(event, 'merge', (seen, form) => actAtDesk(event, Desk_MergeIssues, { ...seen, into: typed(form) }, form)),
  agenda: (event) =>
    step(event, 'agenda', async (_seen, form, issue) => {
      const { id, title, forums } = issue
      const item = { title, issue: id, kind: 'DISCUSSION' as const }
      const put = await actAtDesk(event, Desk_PutIssueOnAgenda, { meeting: typed(form), item }, form)
      // It was done to the meeting, not to the issue: that is what can be undone.
      if (!put.refusal) redirect(303, localizeHref(`${issuePath(issue)}?lagret=${typed(form)}`))
      if (!put.refusal.fields?.['item.legalGround']) return put
      // Others read that agenda already: who reads the item, and by which law not everybody does, is asked there.
      const all = forums.flatMap(({ body }) => body.meetings.map((meeting) => ({ ...meeting, body })))
      const chosen = all.find((meeting) => meeting.id === typed(form)) ?? error(404)
      redirect(303, localizeHref(`${pathOfMeeting(chosen)}?sak=${encodeURIComponent(id)}#title`))
    }),
  visibility: (event) =>
    step(event, 'visibility', (seen, form) => {
      const visibility =
        (['PUBLIC', 'NEIGHBOURS', 'INTERNAL'] as const).find((one) => one === typed(form)) ?? error(400)
      return actAtDesk(event, Desk_SetIssueVisibility, { ...seen, visibility }, form)
    }),
}
