import { error } from '@sveltejs/kit'
import { labels } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/open'
import { compare } from '#lib/compare'
import { PartyName_party } from '#lib/fragments'
import { holdsOn } from '#lib/periods'
import { sayParties } from '#lib/parties'
import { datesToCompare } from '#lib/server/as-of'
import { askOpenDoor } from '#lib/server/ask'
import { redirectToSlug } from '#lib/server/municipality-slug'
import type { PageServerLoad } from './$types'

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
        duties {
          kind
          parties {
            ...PartyName_party
          }
        }
      }
    }
  `,
  [PartyName_party],
)
type Body = NonNullable<ResultOf<typeof PortalBody_Comparison>['body']>

export const load: PageServerLoad = async ({ params, url }) => {
  const { from, to } = datesToCompare(url)
  const at = (asOf: string) =>
    askOpenDoor(PortalBody_Comparison, { municipality: params.slug, slug: params.body, asOf })
  const [{ body: before }, { body: after }] = await Promise.all([at(from), at(to)])
  if (!before || !after) error(404)
  redirectToSlug(url, params.slug, after.municipality.slug)
  return {
    body: { slug: after.slug, name: after.name, municipality: after.municipality },
    from,
    to,
    changes: {
      body: compare(existing(before, from), existing(after, to)),
      seats: compare(
        existing(before, from).flatMap(({ seats }) => seats),
        existing(after, to).flatMap(({ seats }) => seats),
      ),
      duties: compare(existing(before, from).flatMap(dutiesOf), existing(after, to).flatMap(dutiesOf)),
    },
  }
}

// Asked about outside its time, a body is answered in its last or first state: here that is nothing.
const existing = (body: Body, date: string): Body[] => (holdsOn(body.period, date) ? [body] : [])

// A duty is the same as long as the same parties have it.
const dutiesOf = ({ duties }: Body) =>
  duties.map(({ kind, parties }) => {
    const name = `${labels.duty[kind]()}: ${sayParties(parties)}`
    return { id: name, name }
  })
