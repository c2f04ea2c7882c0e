import { askThings, csvOf } from '#lib/server/lists'
import { nounOf } from '#lib/server/things'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const noun = nounOf(event.params)
  return csvOf(await askThings(event, noun), `${event.params.slug}-${noun.path}`, event.url)
}
