import { error } from '@sveltejs/kit'
import { capitalised, labels, sayCadence } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/open'
import { compare, type Known } from '#lib/compare'
import { Cadence_cadence, PartyName_party } from '#lib/fragments'
import { holdsOn } from '#lib/periods'
import { sayParties, sayParty } from '#lib/parties'
import { datesToCompare } from '#lib/server/compared-dates'
import { askOpenDoor } from '#lib/server/ask'
import { redirectToSlug } from '#lib/server/municipality-slug'
import type { PageServerLoad } from './$types'

// Who it is, whatever they are called.
const ComparedParty_party = graphql(
  `
    fragment ComparedParty_party on Party @_unmask {
      ...PartyName_party
      seat {
        id
      }
      organisation {
        id
      }
      post {
        id
      }
      body {
        id
      }
    }
  `,
  [PartyName_party],
)
type ComparedParty = ResultOf<typeof ComparedParty_party>

const PortalBody_Comparison = graphql(
  `
    query PortalBody_Comparison($municipality: String!, $slug: String!, $asOf: Date!) {
      body(municipality: $municipality, slug: $slug, asOf: $asOf) {
        id
        slug
        name
        period {
          from
          to
        }
        municipality {
          slug
          name
        }
        seats {
          id
          name: roleTitle
        }
        functions {
          kind
        }
        cadences {
          cadence {
            ...Cadence_cadence
          }
        }
        municipalities {
          municipality {
            id
            name
          }
        }
        reportsTo {
          parent {
            id
            name
          }
          parties {
            ...ComparedParty_party
          }
        }
        duties {
          kind
          parties {
            ...ComparedParty_party
          }
        }
      }
    }
  `,
  [Cadence_cadence, ComparedParty_party],
)
type Body = NonNullable<ResultOf<typeof PortalBody_Comparison>['body']>

export const load: PageServerLoad = async ({ params, url }) => {
  const { from, to } = datesToCompare(url)
  const at = (asOf: string) =>
    askOpenDoor(PortalBody_Comparison, { municipality: params.slug, slug: params.body, asOf })
  const [{ body: before }, { body: after }] = await Promise.all([at(from), at(to)])
  if (!before || !after) error(404)
  redirectToSlug(url, params.slug, after.municipality.slug)
  const change = (list: (body: Body) => Known[]) =>
    compare(existing(before, from).flatMap(list), existing(after, to).flatMap(list))
  return {
    body: { slug: after.slug, name: after.name, municipality: after.municipality },
    from,
    to,
    changes: {
      body: compare(existing(before, from), existing(after, to)),
      functions: change(({ functions }) => functions.map(({ kind }) => ({ id: kind, name: labels.function[kind]() }))),
      seats: change(({ seats }) => seats),
      duties: change(dutiesOf),
      cadences: change(({ cadences }) => cadences.map(({ cadence }) => alike(capitalised(sayCadence(cadence))))),
      municipalities: change(({ municipalities }) => municipalities.map(({ municipality }) => municipality)),
      reportsTo: change(({ reportsTo }) =>
        reportsTo.map(({ parent, parties }) => parent ?? { id: idOf(parties), name: sayParties(parties) }),
      ),
    },
  }
}

// Asked about outside its time, a body is answered in its last or first state: here that is nothing.
const existing = (body: Body, date: string): Body[] => (holdsOn(body.period, date) ? [body] : [])

// A duty is the same as long as the same parties have it.
const dutiesOf = ({ duties }: Body): Known[] =>
  duties.map(({ kind, parties }) => ({
    id: kind + idOf(parties),
    name: `${labels.duty[kind]()}: ${sayParties(parties)}`,
  }))

const alike = (name: string): Known => ({ id: name, name })
const idOf = (parties: ComparedParty[]): string =>
  parties.map((party) => (party.seat ?? party.organisation ?? party.post ?? party.body)?.id ?? sayParty(party)).join()
