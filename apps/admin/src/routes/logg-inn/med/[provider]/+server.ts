import { getLocale, localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { safePath, signIn } from '#lib/server/cookies'
import { actAtDesk } from '#lib/server/desk'
import type { RequestHandler } from './$types'

const SignIn_Begin = graphql(`
  mutation SignIn_Begin($provider: String!, $language: String) {
    beginSignIn(provider: $provider, language: $language) {
      secret
      address
    }
  }
`)

export const GET: RequestHandler = async (event) => {
  const { provider } = event.params
  const { data, refusal } = await actAtDesk(event, SignIn_Begin, { provider, language: getLocale() })
  if (refusal?.code === 'BAD_USER_INPUT') error(404)
  if (!data) redirect(303, `${localizeHref('/logg-inn')}?feil=1`)
  const { secret, address } = data.beginSignIn
  signIn.write(event.cookies, secret, safePath(event.url.searchParams.get('til')))
  return new Response(null, { status: 303, headers: { location: address } })
}
