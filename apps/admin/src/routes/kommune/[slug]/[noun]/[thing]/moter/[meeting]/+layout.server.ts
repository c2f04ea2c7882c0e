import { askMeeting } from '#lib/server/meetings'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async (event) => {
  event.depends('desk:meeting')
  return { meeting: await askMeeting(event) }
}
