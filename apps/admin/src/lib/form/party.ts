import { m } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import type { Saying } from './kinds'
import { isNamed } from './known'

/** Somebody who leads, is responsible or owns, with the ids to say it again. */
export const DeskParty = graphql(`
  fragment DeskParty on Party @_unmask {
    roleTitle
    seat {
      id
      roleTitle
      organisation {
        name
      }
    }
    organisation {
      id
      name
      visibility
    }
    post {
      id
      title
      visibility
    }
    body {
      id
      name
      visibility
    }
    by {
      roleTitle
      seat {
        id
        roleTitle
        organisation {
          name
        }
      }
      organisation {
        id
        name
        visibility
      }
      post {
        id
        title
        visibility
      }
      body {
        id
        name
        visibility
      }
    }
  }
`)

type SeatWords = { roleTitle: string; organisation: { name: string } | null }

/** «Rektor, Eidskog ungdomsskole»: there may be several of a title. A title that tells it already is enough: «Representant fra NAV». */
export const seatName = ({ roleTitle, organisation }: SeatWords): string =>
  organisation && !roleTitle.toLocaleLowerCase('nb').includes(organisation.name.toLocaleLowerCase('nb'))
    ? `${roleTitle}, ${organisation.name}`
    : roleTitle

type Target = {
  roleTitle: string | null
  seat: ({ id: string } & SeatWords) | null
  organisation: { id: string; name: string } | null
  post: { id: string; title: string } | null
  body: { id: string; name: string } | null
}
export type Party = Target & { by: Target | null }

const nameOf = ({ roleTitle, seat, organisation, post, body }: Target): string =>
  roleTitle ?? (seat ? seatName(seat) : undefined) ?? organisation?.name ?? post?.title ?? body?.name ?? ''

/** What a party is called, with whoever acts for it: «Politirådet v/ lensmannen». */
export const partyName = ({ by, ...party }: Party): string =>
  by ? m.party_written_by({ party: nameOf(party), by: nameOf(by) }) : nameOf(party)

const targetOf = ({ roleTitle, seat, organisation, post, body }: Target): object => ({
  ...(roleTitle !== null ? { roleTitle } : {}),
  ...(seat ? { seat: seat.id } : {}),
  ...(organisation ? { organisation: organisation.id } : {}),
  ...(post ? { post: post.id } : {}),
  ...(body ? { body: body.id } : {}),
})

/** A party as the API takes it. */
export const inputOf = ({ by, ...party }: Party): object => ({
  ...targetOf(party),
  ...(by ? { by: targetOf(by) } : {}),
})

const isParty = (value: object): value is Party => 'roleTitle' in value && 'post' in value && 'by' in value

/** All parties in what the API answered, by what they are called: said again they stay who they are. */
export function partiesIn(data: unknown, found = new Map<string, object>()): Map<string, object> {
  if (!data || typeof data !== 'object') return found
  if (isParty(data)) found.set(partyName(data), inputOf(data))
  else for (const part of Object.values(data)) partiesIn(part, found)
  return found
}

/** Whether something in what the API answered points at what the viewer may not see: it would be lost if it were said again. */
export function hasHiddenPart(data: unknown): boolean {
  if (!data || typeof data !== 'object') return false
  if (isParty(data)) return partyName(data) === ''
  const isLine = 'parent' in data && 'parties' in data && Array.isArray(data.parties)
  if (isLine && data.parent === null && !(data.parties as unknown[]).length) return true
  return Object.values(data).some(hasHiddenPart)
}

/** The same parties without the seats among them, which are roles to another body. */
export const withoutSeats = (parties: ReadonlyMap<string, object>): Map<string, object> =>
  new Map([...parties].filter(([, input]) => !JSON.stringify(input).includes('"seat"')))

/** Who it was, who is known, or a role in the municipality’s own words; with «v/» who acts for it. */
export function toldParty(name: string, { known, parties }: Saying): object {
  const found = parties.get(name) ?? known.parties.find((one) => isNamed(one.name, name))?.input
  if (found) return found
  const [, party, by] = /^(.+?)\s+v\/\s*(.+)$/.exec(name) ?? []
  return party && by
    ? { ...toldParty(party, { known, parties }), by: toldParty(by, { known, parties }) }
    : { roleTitle: name }
}
