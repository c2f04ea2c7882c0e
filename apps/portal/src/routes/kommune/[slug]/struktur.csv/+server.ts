import { asOfFrom } from '@samrad/web/dates'
import { structureCsv } from '#lib/server/structure-export'
import { municipalityStructure } from '#lib/server/structures'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const municipality = await municipalityStructure(params.slug, asOfFrom(url))
  return structureCsv(municipality, municipality.bodies)
}
