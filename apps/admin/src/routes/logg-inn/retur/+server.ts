import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { redirect } from '@sveltejs/kit'
import { session, signIn } from '#lib/server/cookies'
import { actAtDesk } from '#lib/server/desk'
import type { RequestHandler } from './$types'

const SignIn_Finish = graphql(`
  mutation SignIn_Finish($secret: String!, $answer: String!) {
    finishSignIn(secret: $secret, answer: $answer)
  }
`)

export const GET: RequestHandler = async (event) => {
  const { secret, returnTo } = signIn.read(event.cookies)
  signIn.clear(event.cookies)
  const answer = event.url.search.slice(1)
  const { data } = secret ? await actAtDesk(event, SignIn_Finish, { secret, answer }) : {}
  if (!data) redirect(303, `${localizeHref('/logg-inn')}?feil=1&til=${encodeURIComponent(returnTo)}`)
  session.write(event.cookies, data.finishSignIn)
  redirect(303, returnTo)
}
