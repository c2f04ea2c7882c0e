import { graphql } from '@samrad/schema/admin'
import { redirect } from '@sveltejs/kit'
import { safePath } from '#lib/server/cookies'
import { askDesk } from '#lib/server/desk'
import { askViewer } from '#lib/server/viewer'
import type { PageServerLoad } from './$types'

const SignIn_Providers = graphql(`
  query SignIn_Providers {
    signInProviders {
      key
      name
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const returnTo = safePath(event.url.searchParams.get('til'))
  if (event.locals.token && (await askViewer(event)).viewer) redirect(303, returnTo)
  const { signInProviders } = await askDesk(event, SignIn_Providers, {})
  return {
    providers: signInProviders,
    returnTo,
    isOver: event.url.searchParams.has('utlogget'),
    hasFailed: event.url.searchParams.has('feil'),
  }
}
