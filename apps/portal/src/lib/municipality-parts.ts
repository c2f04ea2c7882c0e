import { graphql } from '@samrad/schema/open'
import { Ages_ages, Cadence_cadence, PartyName_party, Period_period, Sources_source } from './fragments.ts'

/** What a municipality has besides its bodies, as its page and its export show it. */
export const MunicipalityParts_municipality = graphql(
  `
    fragment MunicipalityParts_municipality on Municipality @_unmask {
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
        language
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
        municipalities {
          name
        }
        summary
        language
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
          language
        }
        sources {
          ...Sources_source
        }
      }
      schemes {
        id
        name
        municipalities {
          municipality {
            name
          }
        }
        summary
        language
        levels {
          name
          isOperative
        }
        events {
          title
          language
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
          language
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
          language
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
  `,
  [Ages_ages, Cadence_cadence, PartyName_party, Period_period, Sources_source],
)
