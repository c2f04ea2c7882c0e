import { paraglideMiddleware } from '@samrad/i18n/server'
import { deLocalizeUrl, localizeHref } from '@samrad/i18n'
import type { Handle } from '@sveltejs/kit/hooks'
import { session } from '#lib/server/cookies'

const headers = {
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // What is shown here is for one person.
  'cache-control': 'no-store',
}

/** What is open to who has not signed in. */
const isOpen = (path: string) => /^\/(logg-inn|readyz|invitasjon|kalender|svar|varsler)(\/|$)/.test(path)

const toSignIn = ({ pathname, search }: URL) =>
  new Response(null, {
    status: 303,
    headers: { location: `${localizeHref('/logg-inn')}?til=${encodeURIComponent(pathname + search)}` },
  })

// A layout's load does not run before an action: here is where nobody gets past.
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    event.locals.token = session.read(event.cookies)
    const path = deLocalizeUrl(event.url).pathname
    const response =
      !event.locals.token && !isOpen(path)
        ? toSignIn(event.url)
        : await resolve(event, {
            transformPageChunk: ({ html }) => html.replace('%lang%', locale),
            filterSerializedResponseHeaders: (name) => name === 'content-type',
          })
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  })
