import { askPlan } from '#lib/server/meetings'
import { askAreaName } from '#lib/server/named'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url }) => {
  const area = await askAreaName(params, url)
  return { area, plan: await askPlan({ municipality: area.municipality.slug, area: area.slug }, url) }
}
