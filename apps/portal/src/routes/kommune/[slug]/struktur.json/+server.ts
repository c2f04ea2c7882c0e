import { asOfFrom } from '#lib/server/as-of'
import { portalOrigin } from '#lib/server/environment'
import { structureJson } from '#lib/server/structure-export'
import { municipalityStructure } from '#lib/server/structures'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const asOf = asOfFrom(url)
  const municipality = await municipalityStructure(params.slug, asOf)
  return structureJson(`${portalOrigin}/kommune/${params.slug}`, asOf, { municipality })
}
