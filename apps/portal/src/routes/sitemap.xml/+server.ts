import { locales, localizeHref } from '@samrad/i18n'
import { graphql, type ResultOf } from '@samrad/schema/open'
import { areaPath, bodyPath, municipalityPath } from '#lib/addresses'
import { askOpenDoor } from '#lib/server/ask'
import { portalOrigin } from '#lib/server/environment'
import type { RequestHandler } from './$types'

const PortalSitemap_Paths = graphql(`
  query PortalSitemap_Paths($after: String) {
    municipalities(first: 50, after: $after, filter: { country: "NO" }) {
      nodes {
        slug
        bodies {
          slug
          municipality {
            slug
          }
        }
        areas {
          slug
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Page = ResultOf<typeof PortalSitemap_Paths>

const fixed = ['/', '/kommuner', '/om-slt', '/om-data', '/tilgjengelighet']

export const GET: RequestHandler = async () => {
  const paths = new Set(fixed)
  for (let after: string | null = null, isMore = true; isMore;) {
    const { municipalities }: Page = await askOpenDoor(PortalSitemap_Paths, { after })
    for (const { slug, bodies, areas } of municipalities.nodes) {
      paths.add(municipalityPath(slug))
      if (bodies.length) paths.add(`${municipalityPath(slug)}/moter`)
      for (const body of bodies) paths.add(bodyPath(body.municipality.slug, body.slug))
      for (const area of areas) paths.add(areaPath(slug, area.slug))
    }
    after = municipalities.pageInfo.endCursor
    isMore = municipalities.pageInfo.hasNextPage
  }
  const entries = [...paths].flatMap((path) => locales.map((locale) => entry(path, locale)))
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

function entry(path: string, locale: (typeof locales)[number]): string {
  const alternates = locales.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${address(path, other)}"/>`,
  )
  return `<url><loc>${address(path, locale)}</loc>${alternates.join('')}</url>`
}

const address = (path: string, locale: (typeof locales)[number]) => portalOrigin + localizeHref(path, { locale })
