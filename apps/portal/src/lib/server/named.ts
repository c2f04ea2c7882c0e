import { graphql } from '@samrad/schema/open'
import { error } from '@sveltejs/kit'
import { askOpenDoor } from './ask'
import { redirectToSlug } from './municipality-slug'

const PortalBody_Name = graphql(`
  query PortalBody_Name($municipality: String!, $slug: String!) {
    body(municipality: $municipality, slug: $slug) {
      slug
      name
      municipality {
        slug
        name
      }
    }
  }
`)

const PortalArea_Name = graphql(`
  query PortalArea_Name($municipality: String!, $slug: String!) {
    area(municipality: $municipality, slug: $slug) {
      slug
      name
      municipality {
        slug
        name
      }
    }
  }
`)

/** The body of an address, by name; answers 404 when there is none. */
export async function askBodyName({ slug, body: given }: { slug: string; body: string }, url: URL) {
  const { body } = await askOpenDoor(PortalBody_Name, { municipality: slug, slug: given })
  if (!body) error(404)
  redirectToSlug(url, slug, body.municipality.slug)
  return body
}

/** The area of an address, by name; answers 404 when there is none. */
export async function askAreaName({ slug, area: given }: { slug: string; area: string }, url: URL) {
  const { area } = await askOpenDoor(PortalArea_Name, { municipality: slug, slug: given })
  if (!area) error(404)
  redirectToSlug(url, slug, area.municipality.slug)
  return area
}
