import { graphql } from '@samrad/schema/open'
import { Ages_ages, Cadence_cadence, PartyName_party, Period_period, Sources_source } from '#lib/fragments'

export const PortalBody_Page = graphql(
  `
    query PortalBody_Page($municipality: String!, $slug: String!, $asOf: Date) {
      body(municipality: $municipality, slug: $slug, asOf: $asOf) {
        slug
        name
        language
        shortName
        summary
        realisation
        realisedThrough
        isConfidential
        schedule
        keepsNationalAdvice
        ages {
          ...Ages_ages
        }
        period {
          ...Period_period
        }
        municipality {
          slug
          name
        }
        municipalities {
          municipality {
            slug
            name
            country
          }
          period {
            isPlanned
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
            slug
            name
            municipality {
              slug
            }
          }
        }
        reportsTo {
          parent {
            slug
            name
            municipality {
              slug
            }
          }
          parties {
            ...PartyName_party
          }
          sources {
            ...Sources_source
          }
        }
        reporting {
          child {
            slug
            name
            municipality {
              slug
            }
          }
        }
        replaces {
          parties {
            ...PartyName_party
          }
          sources {
            ...Sources_source
          }
        }
        liftRoutes {
          direction
          note
          parties {
            ...PartyName_party
          }
          sources {
            ...Sources_source
          }
        }
        replacedBy {
          slug
          name
          municipality {
            slug
          }
        }
        mandates {
          title
          language
          heldBy {
            slug
            name
            municipality {
              slug
            }
          }
          clauses {
            text
          }
          sources {
            ...Sources_source
          }
        }
        mandatesHeld {
          title
          language
          body {
            slug
            name
            municipality {
              slug
            }
          }
          clauses {
            text
          }
          sources {
            ...Sources_source
          }
        }
        seats {
          id
          roleTitle
          groupTitle
          language
          attachment
          quantity
          organisation {
            name
          }
          holders {
            name
          }
          period {
            ...Period_period
          }
        }
        duties {
          kind
          parties {
            ...PartyName_party
          }
          sources {
            ...Sources_source
          }
        }
        cadences {
          cadence {
            ...Cadence_cadence
          }
          sources {
            ...Sources_source
          }
        }
        standingItems {
          text
          language
          sources {
            ...Sources_source
          }
        }
        sources {
          ...Sources_source
        }
      }
    }
  `,
  [Ages_ages, Cadence_cadence, PartyName_party, Period_period, Sources_source],
)
