import { graphql } from '@samrad/schema/open'
import { askOpenDoor } from '#lib/server/ask'
import type { RequestHandler } from './$types'

const PortalReady_Ping = graphql(`
  query PortalReady_Ping {
    installation {
      isDemonstration
    }
  }
`)

export const GET: RequestHandler = async () => {
  const isReady = await askOpenDoor(PortalReady_Ping, {}).then(
    () => true,
    () => false,
  )
  return new Response(isReady ? 'ready' : 'not ready', {
    status: isReady ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
