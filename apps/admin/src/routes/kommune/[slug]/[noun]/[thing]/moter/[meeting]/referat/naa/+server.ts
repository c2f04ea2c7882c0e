import { json } from '@sveltejs/kit'
import { nowOf } from '#lib/minutes/now'
import { askMeeting } from '#lib/server/meetings'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  json(nowOf(await askMeeting(event)), { headers: { 'cache-control': 'no-store' } })
