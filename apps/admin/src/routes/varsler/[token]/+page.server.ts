import { endLetters } from '#lib/server/end-letters'
import type { Actions } from './$types'

export const actions: Actions = { default: endLetters }
