import { allMunicipalities } from '#lib/server/municipalities'
import { csv } from '#lib/server/structure-export'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async () => {
  const municipalities = await allMunicipalities()
  return csv(
    municipalities.map(({ number, name, countyName, bodyCount }) => ({
      kommunenummer: number,
      kommune: name,
      fylke: countyName ?? '',
      antall_organer: bodyCount,
    })),
  )
}
