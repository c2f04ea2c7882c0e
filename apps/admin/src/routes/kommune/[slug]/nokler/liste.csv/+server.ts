import { csvOf } from '#lib/server/lists'
import { askKeys } from '../keys.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  csvOf(await askKeys(event), `${event.params.slug}-nokler`, event.url)
