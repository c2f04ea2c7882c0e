import { paraglideMiddleware } from '@samrad/i18n/server'
import type { Handle } from '@sveltejs/kit/hooks'

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
}

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) })
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    // May be kept, must be asked about: what is withdrawn is gone at once, what is unchanged costs no bytes.
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'public, no-cache')
    return response
  })
