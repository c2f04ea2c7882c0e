import { graphql } from '@samrad/schema/open'
import { Ages_ages, Cadence_cadence, PartyName_party, Period_period, Sources_source } from '#lib/fragments'
import { StructureChart_body } from '#lib/structure/structure-chart'

export const PortalMunicipality_Page = graphql(
  `
    query PortalMunicipality_Page($slug: String, $number: String, $asOf: Date) {
      municipality(slug: $slug, number: $number, asOf: $asOf) {
        slug
        name
        parallelNames
        country
        number
        countyName
        period {
          ...Period_period
        }
        numbers {
          number
          name
          countyName
          period {
            ...Period_period
          }
        }
        neighbours {
          slug
          name
          country
        }
        bodies {
          ...StructureChart_body
        }
        areas {
          id
          slug
          name
          kind
          parts {
            slug
            name
          }
          populations {
            count
            countedOn
          }
        }
        arenas {
          id
          number
          title
          state
          place
          isRotating
          content
          cadence {
            ...Cadence_cadence
          }
          areas {
            area {
              name
            }
          }
          responsible {
            parties {
              ...PartyName_party
            }
          }
          participants {
            isOnDemand
            parties {
              ...PartyName_party
            }
          }
          sources {
            ...Sources_source
          }
        }
        coordinatorPosts {
          id
          title
          percent
          summary
          ages {
            ...Ages_ages
          }
          reportsTo {
            parties {
              ...PartyName_party
            }
          }
          portfolio {
            level
            text
          }
          sources {
            ...Sources_source
          }
        }
        schemes {
          id
          name
          summary
          levels {
            name
            isOperative
          }
          events {
            title
            reference
            period {
              ...Period_period
            }
            sources {
              ...Sources_source
            }
          }
          agreements {
            title
            signedOn
            parties {
              ...PartyName_party
            }
            sources {
              ...Sources_source
            }
          }
          targetGroups {
            title
            ages {
              ...Ages_ages
            }
            sources {
              ...Sources_source
            }
          }
          partnerships {
            organisation {
              name
            }
          }
        }
        documents {
          title
          publisher
          publishedOn
          publishedIs
          url
          annotation
        }
      }
    }
  `,
  [Ages_ages, Cadence_cadence, PartyName_party, Period_period, Sources_source, StructureChart_body],
)
