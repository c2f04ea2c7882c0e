import { csvOf } from '#lib/server/lists'
import { askRoles } from '../roles.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  csvOf(await askRoles(event), `${event.params.slug}-tilgang`, event.url)
