import { paraglideMiddleware } from '@samrad/i18n/server'
import { deLocalizeUrl, localizeHref } from '@samrad/i18n'
import { redirect } from '@sveltejs/kit'
import type { Handle } from '@sveltejs/kit/hooks'
import { session } from '#lib/server/cookies'
import { isSecure } from '#lib/server/environment'

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // What is shown here is for one person.
  'cache-control': 'no-store',
  ...(isSecure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
}

/** What is open to who has not signed in. */
const isOpen = (path: string) => /^\/(logg-inn|readyz|invitasjon)(\/|$)/.test(path)

// A layout's load does not run before an action: here is where nobody gets past.
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    event.locals.token = session.read(event.cookies)
    const path = deLocalizeUrl(event.url).pathname
    if (!event.locals.token && !isOpen(path))
      redirect(303, `${localizeHref('/logg-inn')}?til=${encodeURIComponent(event.url.pathname + event.url.search)}`)
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale),
      filterSerializedResponseHeaders: (name) => name === 'content-type',
    })
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  })
