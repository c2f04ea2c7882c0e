import { csvOf } from '#lib/server/lists'
import { askPointList } from '../points.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  csvOf(await askPointList(event), `${event.params.thing}-oppfolging`, event.url)
