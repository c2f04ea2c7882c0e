import { askEndable, endLetters } from '#lib/server/end-letters'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => askEndable(event)

export const actions: Actions = { default: endLetters }
