import { graphql, type ResultOf } from '@samrad/schema/open'
import type { Branch } from '@samrad/ui'
import { Cadence_cadence } from '../fragments.ts'

export const StructureChart_body = graphql(
  `
    fragment StructureChart_body on Body @_unmask {
      id
      slug
      name
      language
      realisation
      period {
        isPlanned
      }
      municipality {
        slug
        name
      }
      municipalities {
        municipality {
          name
        }
      }
      functions {
        kind
      }
      levels {
        level {
          name
          language
        }
      }
      areas {
        area {
          name
        }
      }
      cadences {
        cadence {
          ...Cadence_cadence
        }
      }
      seats {
        id
      }
      reportsTo {
        parent {
          id
          name
        }
      }
    }
  `,
  [Cadence_cadence],
)
export type ChartBody = ResultOf<typeof StructureChart_body>

/** A body in its place, with the names of those it reports to besides the one it is drawn under. */
export type Placed<Body> = Body & { isBelow: boolean; others: string[] }

/** Bodies as trees: each under the first body it reports to, the others said by name. Those that stand alone, with nothing above or below, come apart. */
export function treesOf<Body extends Pick<ChartBody, 'id' | 'reportsTo'>>(
  bodies: Body[],
): { trees: Branch<Placed<Body>>[]; alone: Placed<Body>[] } {
  const ids = new Set(bodies.map(({ id }) => id))
  const parentOf = ({ reportsTo }: Body) => reportsTo.find(({ parent }) => parent && ids.has(parent.id))?.parent?.id
  const placed = (body: Body): Placed<Body> => {
    const isBelow = parentOf(body)
    const others = body.reportsTo.flatMap(({ parent }) => (parent && parent.id !== isBelow ? [parent.name] : []))
    return { ...body, isBelow: Boolean(isBelow), others }
  }
  const branch = (body: Body): Branch<Placed<Body>> => ({
    item: placed(body),
    below: bodies.filter((other) => parentOf(other) === body.id).map(branch),
  })
  const roots = bodies.filter((body) => !parentOf(body)).map(branch)
  const isAlone = ({ below }: Branch<Placed<Body>>) => below.length === 0
  return roots.length > 1 && roots.some((root) => !isAlone(root))
    ? { trees: roots.filter((root) => !isAlone(root)), alone: roots.filter(isAlone).map(({ item }) => item) }
    : { trees: roots, alone: [] }
}
