import { createHash } from 'node:crypto'
import { paraglideMiddleware } from '@samrad/i18n/server'
import type { Handle } from '@sveltejs/kit/hooks'

const headers = {
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
}

export const handle: Handle = ({ event, resolve }) => {
  // «//name» would be read as another host wherever it is written as a link.
  const { pathname, search } = event.url
  if (pathname.startsWith('//'))
    return new Response(null, { status: 301, headers: { location: pathname.replace(/^\/+/, '/') + search } })
  return paraglideMiddleware(event.request, async ({ locale }) => {
    const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) })
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    // May be kept, must be asked about: what is withdrawn is gone at once, what is unchanged costs no bytes.
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'public, no-cache')
    return withValidator(event.request, response)
  })
}

// SvelteKit gives its pages validators; answers of our own routes get theirs here.
async function withValidator(request: Request, response: Response): Promise<Response> {
  if (request.method !== 'GET' || response.status !== 200 || response.headers.has('etag')) return response
  if (response.headers.get('cache-control') === 'no-store') return response
  const body = await response.arrayBuffer()
  const etag = `"${createHash('sha256').update(new Uint8Array(body)).digest('base64url').slice(0, 22)}"`
  response.headers.set('etag', etag)
  const isKnown = request.headers
    .get('if-none-match')
    ?.split(/\s*,\s*/)
    .includes(etag)
  return new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers: response.headers })
}
