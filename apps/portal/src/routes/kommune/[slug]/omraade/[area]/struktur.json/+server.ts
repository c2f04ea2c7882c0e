import { areaPath } from '#lib/addresses'
import { asOfFrom } from '@samrad/web/dates'
import { portalOrigin } from '#lib/server/environment'
import { json } from '#lib/server/structure-export'
import { areaStructure } from '#lib/server/structures'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const asOf = asOfFrom(url)
  const area = await areaStructure(params.slug, params.area, asOf)
  return json(portalOrigin + areaPath(params.slug, params.area), asOf, { area })
}
