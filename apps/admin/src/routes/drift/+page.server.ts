import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { municipalityName, municipalityNamed } from '#lib/form/known'
import { shownOf } from '#lib/list/narrow'
import { actAtDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askMunicipalities } from '#lib/server/things'
import { askOperators } from './roles.server'
import type { Actions, PageServerLoad } from './$types'

const Operator_Invite = graphql(`
  mutation Operator_Invite($kind: RoleKind!, $municipality: String, $note: String) {
    invite(kind: $kind, municipality: $municipality, note: $note) {
      token
    }
  }
`)

const Operator_End = graphql(`
  mutation Operator_End($id: ID!) {
    endRole(id: $id) {
      id
    }
  }
`)

const Operator_Withdraw = graphql(`
  mutation Operator_Withdraw($id: ID!) {
    withdrawInvitation(id: $id) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent()
  if (!viewer?.roles.some(({ kind }) => kind === 'OPERATOR')) error(403)
  const [roles, municipalities] = await Promise.all([askOperators(event), askMunicipalities(event)])
  const list = shownOf(roles, event.url.searchParams)
  return { list, municipalities: municipalities.map(municipalityName), key: crypto.randomUUID() }
}

export const actions: Actions = {
  invite: async (event) => {
    const form = await event.request.formData()
    const [name, note] = [text(form, 'municipality').trim(), text(form, 'note')]
    const isOperator = form.has('isOperator')
    const found = municipalityNamed(name, await askMunicipalities(event))
    if (isOperator && name)
      return fail(400, {
        name,
        note,
        isOperator,
        refused: { faults: { municipality: 'one_or_other' } as Record<string, string> },
      })
    if (!isOperator && !found) {
      const faults: Record<string, string> = { municipality: name ? 'no_such_municipality' : 'required' }
      return fail(400, { name, note, isOperator, refused: { faults } })
    }
    const given = isOperator
      ? ({ kind: 'OPERATOR', note } as const)
      : ({ kind: 'COORDINATOR', municipality: found?.slug ?? '', note } as const)
    const { data, refusal } = await actAtDesk(event, Operator_Invite, given, form)
    if (refusal) return unsaved(refusal, { name, note, isOperator }, form)
    return { link: event.url.origin + localizeHref(`/invitasjon/${data.invite.token}`) }
  },
  end: async (event) => {
    const form = await event.request.formData()
    const id = text(form, 'id')
    const { refusal } = await actAtDesk(event, Operator_End, { id }, form)
    if (refusal) return unsaved(refusal, {}, form)
    redirect(303, localizeHref(`/drift?lagret=${id}`))
  },
  withdraw: async (event) => {
    const form = await event.request.formData()
    const id = text(form, 'id')
    const { refusal } = await actAtDesk(event, Operator_Withdraw, { id }, form)
    if (refusal) return unsaved(refusal, {}, form)
    redirect(303, localizeHref(`/drift?lagret=${id}`))
  },
}
