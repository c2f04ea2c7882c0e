import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { redirect } from '@sveltejs/kit'
import { session } from '#lib/server/cookies'
import { actAtDesk } from '#lib/server/desk'
import type { Actions, PageServerLoad } from './$types'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

export const load: PageServerLoad = () => redirect(303, localizeHref('/'))

export const actions: Actions = {
  default: async (event) => {
    await actAtDesk(event, SignOut, {})
    session.clear(event.cookies)
    redirect(303, `${localizeHref('/logg-inn')}`)
  },
}
