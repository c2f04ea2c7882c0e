import { asOfFrom } from '@samrad/web/dates'
import { portalOrigin } from '#lib/server/environment'
import { json } from '#lib/server/structure-export'
import { bodyStructure } from '#lib/server/structures'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, url }) => {
  const asOf = asOfFrom(url)
  const body = await bodyStructure(params.slug, params.body, asOf)
  return json(`${portalOrigin}/kommune/${params.slug}/organ/${params.body}`, asOf, { body })
}
