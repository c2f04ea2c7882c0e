import { graphql } from '@samrad/schema/admin'
import { error, fail } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { municipalityName, municipalityNamed } from '#lib/form/known'
import { askMunicipalities } from '#lib/server/things'
import type { Actions, PageServerLoad } from './$types'

const Sharing_All = graphql(`
  query Sharing_All($municipality: String!) {
    sharingAgreements(municipality: $municipality) {
      id
      since
      owner {
        slug
        name
      }
      reader {
        slug
        name
      }
    }
    apiKeys(municipality: $municipality) {
      id
      name
      since
    }
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

const Sharing_CreateKey = graphql(`
  mutation Sharing_CreateKey($municipality: String!, $name: String!) {
    createApiKey(municipality: $municipality, name: $name) {
      token
    }
  }
`)

const Sharing_EndKey = graphql(`
  mutation Sharing_EndKey($id: ID!) {
    endApiKey(id: $id) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality: here } = await event.parent()
  if (!here.rights.includes('SHARING_KEEP')) error(403)
  const [{ sharingAgreements, apiKeys, municipality }, municipalities] = await Promise.all([
    askDesk(event, Sharing_All, { municipality: event.params.slug }),
    askMunicipalities(event),
  ])
  const own = (slug: string) => slug === event.params.slug
  return {
    given: sharingAgreements.filter(({ owner }) => own(owner.slug)),
    received: sharingAgreements.filter(({ owner }) => !own(owner.slug)),
    keys: apiKeys,
    neighbours: municipality?.neighbours.map(municipalityName) ?? [],
    municipalities: municipalities.map(municipalityName),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  share: async (event) => {
    const form = await event.request.formData()
    const name = text(form, 'with').trim()
    if (!name) return fail(400, { name, refused: { faults: { with: 'required' } as Record<string, string> } })
    const reader = municipalityNamed(name, await askMunicipalities(event))
    if (!reader) return fail(400, { name, refused: { faults: { with: 'no_such_municipality' } } })
    const variables = { municipality: event.params.slug, with: reader.slug }
    const { refusal } = await actAtDesk(event, Sharing_With, variables, form)
    if (refusal) return unsaved(refusal, { name }, form)
    return {}
  },
  endSharing: async (event) => {
    const form = await event.request.formData()
    const { refusal } = await actAtDesk(event, Sharing_End, { id: text(form, 'id') }, form)
    return refusal ? unsaved(refusal, {}, form) : {}
  },
  createKey: async (event) => {
    const form = await event.request.formData()
    const keyName = text(form, 'keyName')
    const variables = { municipality: event.params.slug, name: keyName }
    const { data, refusal } = await actAtDesk(event, Sharing_CreateKey, variables, form)
    if (refusal?.fields)
      return fail(400, { keyName, refused: { faults: { keyName: refusal.fields['name'] ?? 'invalid' } } })
    if (refusal) return unsaved(refusal, { keyName }, form)
    return { token: data.createApiKey.token }
  },
  endKey: async (event) => {
    const form = await event.request.formData()
    const { refusal } = await actAtDesk(event, Sharing_EndKey, { id: text(form, 'id') }, form)
    return refusal ? unsaved(refusal, {}, form) : {}
  },
}
