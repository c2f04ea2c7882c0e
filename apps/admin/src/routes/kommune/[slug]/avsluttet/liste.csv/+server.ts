import { csvOf } from '#lib/server/lists'
import { askDormant } from '../dormant.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  csvOf(await askDormant(event), `${event.params.slug}-avsluttet`, event.url)
