import { askMeeting } from '#lib/server/meeting'
import { askOthers } from '#lib/server/meetings'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const meeting = await askMeeting(event)
  const { body } = meeting
  const others = await askOthers({ municipality: body.municipality.slug, body: body.slug }, meeting)
  return { meeting, ...others }
}
