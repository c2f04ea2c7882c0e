import { csvOf } from '#lib/server/lists'
import { askShared } from '../shared.server'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => csvOf(await askShared(event), 'felles-virksomheter', event.url)
