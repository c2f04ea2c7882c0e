import { csvOf } from '#lib/server/lists'
import { askDocuments } from '../documents.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  csvOf(await askDocuments(event), `${event.params.slug}-dokumenter`, event.url)
