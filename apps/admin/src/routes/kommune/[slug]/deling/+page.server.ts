import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { municipalityName, municipalityNamed } from '#lib/form/known'
import { shownOf } from '#lib/list/narrow'
import { askMunicipalities } from '#lib/server/things'
import { askAgreements } from './agreements.server'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Sharing_Neighbours = graphql(`
  query Sharing_Neighbours($municipality: String!) {
    municipality(slug: $municipality) {
      neighbours {
        name
        number
      }
    }
  }
`)

const Sharing_With = graphql(`
  mutation Sharing_With($municipality: String!, $with: String!) {
    shareWith(municipality: $municipality, with: $with) {
      id
    }
  }
`)

const Sharing_End = graphql(`
  mutation Sharing_End($id: ID!) {
    endSharing(id: $id) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality: here } = await event.parent()
  if (!here.rights.includes('SHARING_KEEP')) error(403)
  const [agreements, { municipality }, municipalities] = await Promise.all([
    askAgreements(event),
    askDesk(event, Sharing_Neighbours, { municipality: event.params.slug }),
    askMunicipalities(event),
  ])
  return {
    list: shownOf(agreements, event.url.searchParams),
    neighbours: municipality?.neighbours.map(municipalityName) ?? [],
    municipalities: municipalities.map(municipalityName),
    key: crypto.randomUUID(),
  }
}

const saved = ({ params: { slug } }: RequestEvent, id: string) => localizeHref(`/kommune/${slug}/deling?lagret=${id}`)

export const actions: Actions = {
  share: async (event) => {
    const form = await event.request.formData()
    const name = text(form, 'with').trim()
    if (!name) return fail(400, { name, refused: { faults: { with: 'required' } as Record<string, string> } })
    const reader = municipalityNamed(name, await askMunicipalities(event))
    if (!reader) return fail(400, { name, refused: { faults: { with: 'no_such_municipality' } } })
    const variables = { municipality: event.params.slug, with: reader.slug }
    const { data, refusal } = await actAtDesk(event, Sharing_With, variables, form)
    if (refusal) return unsaved(refusal, { name }, form)
    redirect(303, saved(event, data.shareWith.id))
  },
  end: async (event) => {
    const form = await event.request.formData()
    const id = text(form, 'id')
    const { refusal } = await actAtDesk(event, Sharing_End, { id }, form)
    if (refusal) return unsaved(refusal, {}, form)
    redirect(303, saved(event, id))
  },
}
