import { graphql } from '@samrad/schema/admin'
import { nouns } from '#lib/nouns/index'
import { askDesk } from '#lib/server/desk'
import type { PageServerLoad } from './$types'

const Home_Register = graphql(`
  query Home_Register($slug: String!) {
    municipality(slug: $slug) {
      bodies {
        id
      }
      areas {
        id
      }
      schemes {
        id
      }
      coordinatorPosts {
        id
      }
      arenas {
        id
      }
      organisations {
        id
      }
    }
  }
`)

const Home_Findings = graphql(`
  query Home_Findings($municipality: String!) {
    findings(municipality: $municipality) {
      kind
      id
      type
      slug
      name
      detail
      on
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality: here } = await event.parent()
  const mayKeep = here.rights.includes('REGISTER_KEEP')
  const [{ municipality }, findings] = await Promise.all([
    askDesk(event, Home_Register, { slug: event.params.slug }),
    mayKeep ? askDesk(event, Home_Findings, { municipality: event.params.slug }) : { findings: [] },
  ])
  const counts: Record<string, number> = {
    Body: municipality?.bodies.length ?? 0,
    Area: municipality?.areas.length ?? 0,
    Scheme: municipality?.schemes.length ?? 0,
    CoordinatorPost: municipality?.coordinatorPosts.length ?? 0,
    Arena: municipality?.arenas.length ?? 0,
    Organisation: municipality?.organisations.length ?? 0,
  }
  return { counts: nouns.map(({ path, type }) => ({ path, count: counts[type] ?? 0 })), ...findings }
}
