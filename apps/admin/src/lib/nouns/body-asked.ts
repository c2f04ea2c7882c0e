import { graphql, type ResultOf } from '@samrad/schema/admin'
import { DeskCadence } from '../form/cadence'
import { DeskParty } from '../form/party'
import { DeskPeriod, DeskSource } from './noun'

/** A body with all that is known of it. */
export const DeskBody = graphql(
  `
    query DeskBody($municipality: String!, $slug: String!, $asOf: Date) {
      thing: body(municipality: $municipality, slug: $slug, asOf: $asOf) {
        id
        slug
        version
        visibility
        rights
        name
        shortName
        summary
        realisation
        realisedThrough
        isConfidential
        language
        ages {
          from
          to
          orTo
          isUnlimited
          wording
        }
        period {
          ...DeskPeriod
        }
        municipality {
          slug
          name
        }
        municipalities {
          municipality {
            slug
            name
            number
          }
        }
        functions {
          kind
        }
        levels {
          level {
            id
            name
            visibility
          }
        }
        areas {
          area {
            id
            name
            visibility
          }
        }
        reportsTo {
          parent {
            id
            name
            visibility
          }
          parties {
            ...DeskParty
          }
        }
        replaces {
          parties {
            ...DeskParty
          }
        }
        liftRoutes {
          direction
          note
          parties {
            ...DeskParty
          }
        }
        duties {
          kind
          parties {
            ...DeskParty
          }
        }
        cadences {
          cadence {
            ...DeskCadence
          }
        }
        standingItems {
          text
        }
        mandates {
          title
          heldBy {
            id
            name
            visibility
          }
          clauses {
            text
          }
          period {
            to
            toIs
          }
        }
        seats {
          id
          roleTitle
          groupTitle
          attachment
          quantity
          organisation {
            id
            name
            visibility
          }
          holders {
            id
            version
            name
            visibility
            period {
              ...DeskPeriod
            }
          }
          allHolders {
            id
            version
            name
            visibility
            period {
              ...DeskPeriod
            }
          }
        }
        sources {
          ...DeskSource
        }
      }
    }
  `,
  [DeskCadence, DeskParty, DeskPeriod, DeskSource],
)
export type DeskBodyData = NonNullable<ResultOf<typeof DeskBody>['thing']>

/** The bodies of a municipality, as they stand in a list. */
export const Desk_Bodies = graphql(`
  query Desk_Bodies($slug: String!) {
    municipality(slug: $slug) {
      things: bodies {
        id
        slug
        name
        visibility
        municipality {
          slug
        }
        functions {
          kind
        }
        reportsTo {
          parent {
            name
          }
        }
        seats {
          id
        }
      }
    }
  }
`)
