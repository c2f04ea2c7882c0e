import { graphql } from '@samrad/schema/open'
import { Period_period } from '#lib/fragments'
import { MunicipalityParts_municipality } from '#lib/municipality-parts'
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
        ...MunicipalityParts_municipality
      }
    }
  `,
  [MunicipalityParts_municipality, Period_period, StructureChart_body],
)
