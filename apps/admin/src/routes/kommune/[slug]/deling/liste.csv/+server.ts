import { csvOf } from '#lib/server/lists'
import { askAgreements } from '../agreements.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  csvOf(await askAgreements(event), `${event.params.slug}-deling`, event.url)
