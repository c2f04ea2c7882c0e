import { graphql } from '@samrad/schema/admin'
import { error } from '@sveltejs/kit'
import { DeskActionPoint, type PointData } from '#lib/meetings/asked'
import { askDesk } from './desk'

const Desk_ActionPoints = graphql(
  `
    query Desk_ActionPoints($municipality: String!, $slug: String!) {
      body(municipality: $municipality, slug: $slug) {
        id
        actionPoints {
          ...DeskActionPoint
        }
      }
    }
  `,
  [DeskActionPoint],
)

export const Desk_AddActionPoint = graphql(`
  mutation Desk_AddActionPoint($item: ID, $body: ID, $point: ActionPointInput!) {
    addActionPoint(item: $item, body: $body, point: $point) {
      id
    }
  }
`)

type Asker = { locals: App.Locals; params: { slug: string; thing: string } }

/** The action points of a body, those that are due first first. Answers 404 when there is no such body. */
export async function askPoints(event: Asker): Promise<{ id: string; actionPoints: readonly PointData[] }> {
  const { slug: municipality, thing: slug } = event.params
  const { body } = await askDesk(event, Desk_ActionPoints, { municipality, slug })
  return body ?? error(404)
}
