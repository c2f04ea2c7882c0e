import { graphql } from '@samrad/schema/admin'
import { DeskAct } from '#lib/history/acts'
import { askDesk } from './desk'

const Desk_ActsOn = graphql(
  `
    query Desk_ActsOn($id: ID!, $after: String) {
      acts(filter: { object: $id }, first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...DeskAct
        }
      }
    }
  `,
  [DeskAct],
)

const Desk_LastAct = graphql(`
  query Desk_LastAct($id: ID!) {
    acts(filter: { object: $id }, first: 1) {
      nodes {
        id
        kind
        at
        isYours
        isUndone
        isUndoable
      }
    }
  }
`)

type Asker = { locals: App.Locals; url: URL }

/** What was done to a thing, the latest first: the page that the address asks for. */
export const askActsOn = async (event: Asker, id: string) =>
  (await askDesk(event, Desk_ActsOn, { id, after: event.url.searchParams.get('etter') })).acts

const momentInMs = 600_000

/** The act of the viewer that led here, to be told of and undone: the last one on a thing, when it is theirs and new. */
export async function askSaved(event: Asker) {
  const id = event.url.searchParams.get('lagret')
  // Whether it can be told of or not, the page itself is shown.
  const found = id ? await askDesk(event, Desk_LastAct, { id }).catch(() => undefined) : undefined
  return found?.acts.nodes.find(
    ({ at, isYours, isUndone }) => isYours && !isUndone && Date.now() - Date.parse(at) < momentInMs,
  )
}
