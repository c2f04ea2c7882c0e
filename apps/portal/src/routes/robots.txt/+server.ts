import { portalOrigin } from '#lib/server/environment'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = () =>
  new Response(
    `User-agent: *\nDisallow: /sok\nDisallow: /nn/sok\nDisallow: /en/sok\nSitemap: ${portalOrigin}/sitemap.xml\n`,
    {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    },
  )
