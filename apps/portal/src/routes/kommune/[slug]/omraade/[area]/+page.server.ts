import { error } from '@sveltejs/kit'
import { graphql } from '@samrad/schema/open'
import { Period_period, Sources_source } from '#lib/fragments'
import { asOfFrom } from '@samrad/web/dates'
import { askOpenDoor } from '#lib/server/ask'
import { askNear } from '#lib/server/meetings'
import { redirectToSlug } from '#lib/server/municipality-slug'
import { StructureChart_body } from '#lib/structure/structure-chart'
import type { PageServerLoad } from './$types'

const PortalArea_Page = graphql(
  `
    query PortalArea_Page($municipality: String!, $slug: String!, $asOf: Date) {
      area(municipality: $municipality, slug: $slug, asOf: $asOf) {
        slug
        name
        nameVariants
        kind
        period {
          ...Period_period
        }
        municipality {
          slug
          name
        }
        parts {
          slug
          name
        }
        wholes {
          slug
          name
          bodies {
            body {
              ...StructureChart_body
            }
          }
        }
        populations {
          count
          countedOn
          wording
          sources {
            ...Sources_source
          }
        }
        bodies {
          body {
            ...StructureChart_body
          }
        }
        arenas {
          arena {
            id
            number
            title
            state
          }
        }
        servedBy {
          isBorderEqual
          organisation {
            id
            name
          }
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
  [Period_period, Sources_source, StructureChart_body],
)

export const load: PageServerLoad = async ({ params, url }) => {
  const asOf = asOfFrom(url)
  const [{ area }, meetings] = await Promise.all([
    askOpenDoor(PortalArea_Page, { municipality: params.slug, slug: params.area, asOf }),
    askNear({ municipality: params.slug, area: params.area }, asOf),
  ])
  if (!area) error(404)
  redirectToSlug(url, params.slug, area.municipality.slug)
  return { area, meetings, asOf }
}
