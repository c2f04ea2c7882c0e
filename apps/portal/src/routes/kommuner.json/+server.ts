import { portalOrigin } from '#lib/server/environment'
import { allMunicipalities } from '#lib/server/municipalities'
import { json } from '#lib/server/structure-export'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async () =>
  json(`${portalOrigin}/kommuner`, null, { municipalities: await allMunicipalities() })
