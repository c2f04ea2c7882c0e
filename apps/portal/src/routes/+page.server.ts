import { municipalityShapes } from '#lib/server/map'
import { allMunicipalities } from '#lib/server/municipalities'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const municipalities = await allMunicipalities()
  const slugs = Object.fromEntries(municipalities.map(({ number, slug }) => [number, slug]))
  return { withData: municipalities.filter(({ bodyCount }) => bodyCount), map: municipalityShapes(), slugs }
}
