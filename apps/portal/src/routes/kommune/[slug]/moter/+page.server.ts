import { askMunicipality } from '#lib/server/municipality-slug'
import { askPlan } from '#lib/server/meetings'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url }) => {
  const municipality = await askMunicipality(params.slug, url)
  return { municipality, plan: await askPlan({ municipality: municipality.slug }, url) }
}
