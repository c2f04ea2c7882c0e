import { graphql } from '@samrad/schema/admin'
import { asOfFrom } from '@samrad/web/dates'
import { askDesk } from '#lib/server/desk'
import { portalOrigin } from '#lib/server/environment'
import { askThing, nounOf } from '#lib/server/things'
import type { LayoutServerLoad } from './$types'

const Thing_LastAct = graphql(`
  query Thing_LastAct($id: ID!) {
    acts(filter: { object: $id }, first: 1) {
      nodes {
        id
        kind
        isUndone
      }
    }
  }
`)

export const load: LayoutServerLoad = async (event) => {
  const asOf = asOfFrom(event.url)
  const thing = await askThing(event, asOf)
  const isSaved = event.url.searchParams.has('lagret')
  const lastAct =
    isSaved && thing.rights.includes('HISTORY_READ')
      ? (await askDesk(event, Thing_LastAct, { id: thing.id })).acts.nodes[0]
      : undefined
  return { thing, noun: nounOf(event.params).path, asOf, lastAct, portalOrigin, key: crypto.randomUUID() }
}
