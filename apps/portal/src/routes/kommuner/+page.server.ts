import { allMunicipalities } from '#lib/server/municipalities'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => ({ municipalities: await allMunicipalities() })
