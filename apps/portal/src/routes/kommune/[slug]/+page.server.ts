import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/open'
import { askOpenDoor } from '#lib/server/ask'
import type { PageServerLoad } from './$types'

const PortalMunicipality_Page = graphql(`
  query PortalMunicipality_Page($slug: String, $number: String, $asOf: Date) {
    municipality(slug: $slug, number: $number, asOf: $asOf) {
      slug
      name
      countyName
      numbers {
        number
        name
        countyName
        period {
          from
          to
        }
      }
      neighbours {
        slug
        name
      }
    }
  }
`)

const numberPattern = /^\d{4}$/

export const load: PageServerLoad = async ({ params, url }) => {
  const isNumber = numberPattern.test(params.slug)
  const asOf = url.searchParams.get('dato')
  const { municipality } = await askOpenDoor(PortalMunicipality_Page, {
    [isNumber ? 'number' : 'slug']: params.slug,
    asOf,
  })
  if (!municipality) error(404)
  if (municipality.slug !== params.slug) redirect(301, localizeHref(`/kommune/${municipality.slug}${url.search}`))
  return { municipality }
}
