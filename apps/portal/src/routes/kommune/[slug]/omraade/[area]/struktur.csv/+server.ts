import { asOfFrom } from '@samrad/web/dates'
import { structureCsv } from '#lib/server/structure-export'
import { areaStructure } from '#lib/server/structures'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const area = await areaStructure(params.slug, params.area, asOfFrom(url))
  return structureCsv(area.municipality, area.bodies)
}
