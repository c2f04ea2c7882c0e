import { graphql, type ResultOf } from '@samrad/schema/admin'

/** What there is that a thing of a municipality can be tied to. */
export type Known = {
  bodies: { id: string; name: string }[]
  areas: { id: string; name: string }[]
  levels: { id: string; name: string }[]
  organisations: { id: string; name: string }[]
  municipalities: { slug: string; name: string }[]
  /** Whoever can lead, be responsible or own, with what the API is told of them. */
  parties: { name: string; input: object }[]
}

export const Known_Things = graphql(`
  query Known_Things($municipality: String!) {
    municipality(slug: $municipality) {
      bodies {
        id
        name
        seats {
          id
          roleTitle
        }
      }
      areas {
        id
        name
      }
      schemes {
        levels {
          id
          name
        }
      }
      coordinatorPosts {
        id
        title
      }
    }
  }
`)

type Things = ResultOf<typeof Known_Things>['municipality']
type Named = { id: string; name: string }

/** Puts together what is known. `own` is the body whose seats are named by their role alone. */
export function knownOf(
  things: Things,
  organisations: Named[],
  municipalities: Known['municipalities'],
  own?: string,
): Known {
  const bodies = things?.bodies ?? []
  const seats = bodies.flatMap((body) =>
    body.seats.map(({ id, roleTitle }) => ({
      name: body.id === own ? roleTitle : `${roleTitle}, ${body.name}`,
      input: { seat: id },
      isOwn: body.id === own,
    })),
  )
  return {
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    areas: things?.areas ?? [],
    levels: things?.schemes.flatMap(({ levels }) => levels) ?? [],
    organisations,
    municipalities,
    parties: [
      ...seats.filter(({ isOwn }) => isOwn),
      ...bodies.map(({ id, name }) => ({ name, input: { body: id } })),
      ...(things?.coordinatorPosts ?? []).map(({ id, title }) => ({ name: title, input: { post: id } })),
      ...organisations.map(({ id, name }) => ({ name, input: { organisation: id } })),
      ...seats.filter(({ isOwn }) => !isOwn),
    ].map(({ name, input }) => ({ name, input })),
  }
}
