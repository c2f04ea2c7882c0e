import { csvOf } from '#lib/server/lists'
import { askMeetings } from '../meetings.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  csvOf(await askMeetings(event), `${event.params.slug}-moter`, event.url)
