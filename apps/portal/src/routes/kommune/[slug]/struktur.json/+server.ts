import { asOfFrom } from '@samrad/web/dates'
import { portalOrigin } from '#lib/server/environment'
import { json } from '#lib/server/structure-export'
import { wholeMunicipality } from '#lib/server/structures'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const asOf = asOfFrom(url)
  const municipality = await wholeMunicipality(params.slug, asOf)
  return json(`${portalOrigin}/kommune/${params.slug}`, asOf, { municipality })
}
