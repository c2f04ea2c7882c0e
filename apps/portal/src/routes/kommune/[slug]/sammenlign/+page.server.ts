import { m } from '@samrad/i18n'
import { error } from '@sveltejs/kit'
import { graphql, type ResultOf } from '@samrad/schema/open'
import { compare } from '#lib/compare'
import { datesToCompare } from '#lib/server/compared-dates'
import { askOpenDoor } from '#lib/server/ask'
import { municipalityNamed, redirectToSlug } from '#lib/server/municipality-slug'
import type { PageServerLoad } from './$types'

const PortalMunicipality_Comparison = graphql(`
  query PortalMunicipality_Comparison($slug: String, $number: String, $asOf: Date!) {
    municipality(slug: $slug, number: $number, asOf: $asOf) {
      slug
      name
      bodies {
        id
        name
      }
      areas {
        id
        name
      }
      arenas {
        id
        name: title
      }
      coordinatorPosts {
        id
        title
        percent
      }
    }
  }
`)
type Municipality = NonNullable<ResultOf<typeof PortalMunicipality_Comparison>['municipality']>

export const load: PageServerLoad = async ({ params, url }) => {
  const { from, to } = datesToCompare(url)
  const at = (asOf: string) => askOpenDoor(PortalMunicipality_Comparison, { ...municipalityNamed(params.slug), asOf })
  const [{ municipality: before }, { municipality: after }] = await Promise.all([at(from), at(to)])
  if (!before || !after) error(404)
  redirectToSlug(url, params.slug, after.slug)
  const change = (list: (municipality: Municipality) => { id: string; name: string }[]) =>
    compare(list(before), list(after))
  const self = ({ slug, name }: Municipality) => [{ id: slug, name }]
  return {
    municipality: { slug: after.slug, name: after.name },
    from,
    to,
    changes: {
      municipality: change(self),
      bodies: change(({ bodies }) => bodies),
      areas: change(({ areas }) => areas),
      arenas: change(({ arenas }) => arenas),
      posts: change(({ coordinatorPosts }) =>
        coordinatorPosts.map(({ id, title, percent }) => ({
          id,
          name: percent === null ? title : `${title}, ${m.percent({ percent })}`,
        })),
      ),
    },
  }
}
