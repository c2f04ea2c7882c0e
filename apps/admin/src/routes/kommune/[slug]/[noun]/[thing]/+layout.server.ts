import { asOfFrom } from '@samrad/web/dates'
import { portalOrigin } from '#lib/server/environment'
import { askThing, nounOf } from '#lib/server/things'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async (event) => {
  const asOf = asOfFrom(event.url)
  const thing = await askThing(event, asOf)
  return { thing, noun: nounOf(event.params).path, asOf, portalOrigin, key: crypto.randomUUID() }
}
