import { graphql } from '@samrad/schema/admin'
import { askBody } from '#lib/server/body'
import { askDesk } from '#lib/server/desk'
import { asOfFrom } from '#lib/server/as-of'
import type { LayoutServerLoad } from './$types'

const Body_LastAct = graphql(`
  query Body_LastAct($id: ID!) {
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
  const body = await askBody(event, asOf)
  const isSaved = event.url.searchParams.has('lagret')
  const lastAct =
    isSaved && body.rights.includes('HISTORY_READ')
      ? (await askDesk(event, Body_LastAct, { id: body.id })).acts.nodes[0]
      : undefined
  return { body, asOf, lastAct, key: crypto.randomUUID() }
}
