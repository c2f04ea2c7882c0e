import { asOfFrom } from '@samrad/web/dates'
import { structureCsv } from '#lib/server/structure-export'
import { bodyStructure } from '#lib/server/structures'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const body = await bodyStructure(params.slug, params.body, asOfFrom(url))
  return structureCsv(body.municipality, [body])
}
