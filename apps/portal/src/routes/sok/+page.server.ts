import { graphql } from '@samrad/schema/open'
import { askOpenDoor } from '#lib/server/ask'
import type { PageServerLoad } from './$types'

const PortalSearch_Results = graphql(`
  query PortalSearch_Results($text: String!) {
    search(text: $text, first: 50) {
      __typename
      ... on Municipality {
        id
        slug
        name
        number
        countyName
      }
      ... on Area {
        id
        slug
        name
        municipality {
          slug
          name
        }
      }
      ... on Body {
        id
        slug
        name
        municipality {
          slug
          name
        }
      }
      ... on Organisation {
        id
        name
        nullableMunicipality: municipality {
          slug
          name
        }
      }
    }
  }
`)

export const load: PageServerLoad = async ({ url }) => {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200).toWellFormed()
  const { search } = text ? await askOpenDoor(PortalSearch_Results, { text }) : { search: [] }
  return { text, results: search }
}
