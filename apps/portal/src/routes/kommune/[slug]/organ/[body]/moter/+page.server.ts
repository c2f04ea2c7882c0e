import { askPlan } from '#lib/server/meetings'
import { askBodyName } from '#lib/server/named'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url }) => {
  const body = await askBodyName(params, url)
  return { body, plan: await askPlan({ municipality: body.municipality.slug, body: body.slug }, url) }
}
