import { csvFrom } from '#lib/server/lists'
import { actsAsRows, columns } from '../acts.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => csvFrom(columns(), actsAsRows(event), `${event.params.slug}-hendelser`)
