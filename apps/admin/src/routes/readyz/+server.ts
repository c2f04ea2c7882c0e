import { graphql } from '@samrad/schema/admin'
import { askDesk } from '#lib/server/desk'
import type { RequestHandler } from './$types'

const AdminReady_Ping = graphql(`
  query AdminReady_Ping {
    installation {
      isDemonstration
    }
  }
`)

export const GET: RequestHandler = async (event) => {
  const isReady = await askDesk(event, AdminReady_Ping, {}).then(
    () => true,
    () => false,
  )
  return new Response(isReady ? 'ready' : 'not ready', { status: isReady ? 200 : 503 })
}
