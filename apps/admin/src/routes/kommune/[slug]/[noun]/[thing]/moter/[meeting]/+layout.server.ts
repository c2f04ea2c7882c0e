import { askMeeting } from '#lib/server/meetings'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async (event) => ({ meeting: await askMeeting(event) })
