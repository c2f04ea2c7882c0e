import type { RequestHandler } from './$types'

export const GET: RequestHandler = () => new Response('lives', { headers: { 'cache-control': 'no-store' } })
