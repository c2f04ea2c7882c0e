import { yearAsked } from '@samrad/web/dates'
import { shownOf } from '#lib/list/narrow'
import { askMeetings } from './meetings.server'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({
  list: shownOf(await askMeetings(event), event.url.searchParams),
  year: yearAsked(event.url),
  mayPlan: (await event.parent()).municipality.rights.includes('REGISTER_MEND'),
  planned: Number(event.url.searchParams.get('planlagt') ?? 0) || 0,
})
