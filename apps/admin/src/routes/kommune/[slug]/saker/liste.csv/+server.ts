import { csvOf } from '#lib/server/lists'
import { askIssueList } from '../issues.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  csvOf(await askIssueList(event), `${event.params.slug}-saker`, event.url)
