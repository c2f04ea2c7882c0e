import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { fail, redirect } from '@sveltejs/kit'
import { refusedBy } from '#lib/form/refused'
import { actAtDesk, askDesk } from '#lib/server/desk'
import type { Actions, PageServerLoad } from './$types'

const Invitation_Open = graphql(`
  query Invitation_Open($token: String!) {
    openInvitation(token: $token) {
      kind
      place
    }
  }
`)

const Invitation_Accept = graphql(`
  mutation Invitation_Accept($token: String!) {
    acceptInvitation(token: $token)
  }
`)

export const load: PageServerLoad = async (event) => {
  const { openInvitation } = await askDesk(event, Invitation_Open, { token: event.params.token })
  return { invitation: openInvitation, here: event.url.pathname }
}

export const actions: Actions = {
  default: async (event) => {
    const { refusal } = await actAtDesk(event, Invitation_Accept, { token: event.params.token })
    if (refusal) return fail(refusal.status, { refused: refusedBy(refusal) })
    redirect(303, localizeHref('/'))
  },
}
