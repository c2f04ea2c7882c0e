import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import type { Refused } from '#lib/form/refused'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

const Letter_Invitation = graphql(`
  query Letter_Invitation($token: String!) {
    letterInvitation(token: $token) {
      to
      heldOn
      startsAt
      endsAt
      place
      status
      bodyName
      municipalityName
      who
      item
      answer
      standIn
      note
      isOver
    }
  }
`)

const Letter_Answer = graphql(`
  mutation Letter_Answer($token: String!, $answer: InvitationAnswer!, $note: String) {
    answerLetter(token: $token, answer: $answer, note: $note)
  }
`)

export const load: PageServerLoad = async (event) => {
  const { letterInvitation } = await askDesk(event, Letter_Invitation, { token: event.params.token })
  return {
    invitation: letterInvitation,
    isAnswered: event.url.searchParams.has('svart'),
    end: localizeHref(`/svar/${event.params.token}/slutt`),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const [answer, note] = [text(form, 'answer'), text(form, 'note')]
    if (!answer) return fail(400, { answer, note, refused: { faults: { answer: 'required' } } as Refused })
    const { token } = event.params
    const variables = { token, answer: answer as 'COMING', note: note.trim() || null }
    const { refusal } = await actAtDesk(event, Letter_Answer, variables, form)
    if (refusal) return unsaved(refusal, { answer, note }, form)
    redirect(303, localizeHref(`/svar/${token}?svart=1`))
  },
}
