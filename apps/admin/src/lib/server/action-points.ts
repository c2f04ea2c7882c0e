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
        askedOf {
          ...DeskActionPoint
          body {
            id
            name
          }
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

/** An action point of a body; `by` is the body that agreed on it when that is another one: null for one that may not be seen. */
export type BodyPoint = PointData & { by?: { name: string } | null }

/** What a body agreed on, and then what others ask of it, those that are due first first. Answers 404 when there is no such body. */
export async function askPoints(event: Asker): Promise<{ id: string; points: readonly BodyPoint[] }> {
  const { slug: municipality, thing: slug } = event.params
  const { body } = await askDesk(event, Desk_ActionPoints, { municipality, slug })
  const { id, actionPoints, askedOf } = body ?? error(404)
  const others = askedOf.filter((point) => point.body?.id !== id)
  return { id, points: [...actionPoints, ...others.map((point) => ({ ...point, by: point.body }))] }
}

export const Desk_ReportActionPointDone = graphql(`
  mutation Desk_ReportActionPointDone($id: ID!, $version: Int!, $note: String) {
    reportActionPointDone(id: $id, version: $version, note: $note) {
      id
    }
  }
`)
