import { csvOf } from '#lib/server/lists'
import { askOperators } from '../roles.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => csvOf(await askOperators(event), 'drift', event.url)
