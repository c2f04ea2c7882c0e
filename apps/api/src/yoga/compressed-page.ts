import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'graphql-yoga'

const compress = promisify(gzip)

/** Sends GraphiQL, nine megabytes with all its scripts and always the same, compressed: once, for everybody. */
export function useCompressedPage(): Plugin {
  let kept: Promise<Buffer> | undefined
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      if (!response.headers.get('content-type')?.startsWith('text/html')) return
      if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return
      kept ??= response.arrayBuffer().then((page) => compress(page))
      const headers = new fetchAPI.Headers(response.headers)
      headers.set('content-encoding', 'gzip')
      headers.set('vary', 'accept-encoding')
      headers.delete('content-length')
      setResponse(new fetchAPI.Response(new Uint8Array(await kept), { status: response.status, headers }))
    },
  }
}
