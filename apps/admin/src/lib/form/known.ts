import { graphql, type ResultOf } from '@samrad/schema/admin'
import { seatName } from './party'

/** What there is that a thing of a municipality can be tied to. */
export type Known = {
  bodies: { id: string; name: string }[]
  areas: { id: string; name: string }[]
  levels: { id: string; name: string }[]
  organisations: { id: string; name: string }[]
  municipalities: { slug: string; name: string; number: string }[]
  /** Whoever can lead, be responsible or own, with what the API is told of them. */
  parties: { name: string; input: object }[]
  /** What the thing points at already, also where it is no choice any more. */
  others: { id: string; name: string }[]
}

/** Whether a name is typed, whatever its capitals. */
export const isNamed = (name: string, typed: string): boolean =>
  name.toLocaleLowerCase('nb') === typed.trim().toLocaleLowerCase('nb')

/** «Våler (3419)»: there are two. */
export const municipalityName = ({ name, number }: { name: string; number: string }): string => `${name} (${number})`

/** The municipality that is typed, by name and number, or by a name that only one has. */
export function municipalityNamed<One extends { name: string; number: string }>(
  typed: string,
  municipalities: readonly One[],
): One | undefined {
  const whole = municipalities.find((one) => isNamed(municipalityName(one), typed))
  const [only, another] = municipalities.filter(({ name }) => isNamed(name, typed))
  return whole ?? (another ? undefined : only)
}

/** All that a thing points at by id and name. */
export function othersIn(data: unknown, found: Known['others'] = []): Known['others'] {
  if (!data || typeof data !== 'object') return found
  if ('id' in data && 'name' in data) found.push({ id: String(data.id), name: String(data.name) })
  for (const part of Object.values(data)) othersIn(part, found)
  return found
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
          organisation {
            name
          }
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

/** Puts together what is known. `thing` is the one it is known for, if it is there: its own seats are named without its name. */
export function knownOf(
  things: Things,
  organisations: Named[],
  municipalities: Known['municipalities'],
  thing?: { id: string },
): Known {
  const own = thing?.id
  const others = othersIn(thing)
  const bodies = things?.bodies ?? []
  const seats = bodies.flatMap((body) =>
    body.seats.map(({ id, ...seat }) => ({
      name: body.id === own ? seatName(seat) : `${seatName(seat)}, ${body.name}`,
      input: { seat: id },
      isOwn: body.id === own,
    })),
  )
  return {
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    areas: things?.areas ?? [],
    levels: things?.schemes.flatMap(({ levels }) => levels) ?? [],
    // What it has already comes first: it is meant by its name, wherever it belongs.
    organisations: [...organisationsIn(thing), ...organisations],
    municipalities,
    parties: [
      ...seats.filter(({ isOwn }) => isOwn),
      ...bodies.map(({ id, name }) => ({ name, input: { body: id } })),
      ...(things?.coordinatorPosts ?? []).map(({ id, title }) => ({ name: title, input: { post: id } })),
      ...organisations.map(({ id, name }) => ({ name, input: { organisation: id } })),
      ...seats.filter(({ isOwn }) => !isOwn),
    ].map(({ name, input }) => ({ name, input })),
    others,
  }
}

/** The organisations that a thing points at: what it is a part of, who serves it, with whom it works. */
function organisationsIn(data: unknown, found: Named[] = []): Named[] {
  if (!data || typeof data !== 'object') return found
  for (const [key, part] of Object.entries(data)) {
    if (key === 'organisation' || key === 'parents' || key === 'successor')
      for (const one of [part].flat() as (Named | null)[]) if (one?.id) found.push({ id: one.id, name: one.name })
    organisationsIn(part, found)
  }
  return found
}
