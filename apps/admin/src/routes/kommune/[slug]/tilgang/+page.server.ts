import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, fail, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { shownOf } from '#lib/list/narrow'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import { askRoles } from './roles.server'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const Access_Seats = graphql(`
  query Access_Seats($municipality: String!) {
    municipality(slug: $municipality) {
      bodies {
        id
        name
        seats {
          id
          roleTitle
        }
      }
    }
  }
`)

const Access_Invite = graphql(`
  mutation Access_Invite($kind: RoleKind!, $municipality: String, $seat: ID, $note: String) {
    invite(kind: $kind, municipality: $municipality, seat: $seat, note: $note) {
      token
    }
  }
`)

const Access_Withdraw = graphql(`
  mutation Access_Withdraw($id: ID!) {
    withdrawInvitation(id: $id) {
      id
    }
  }
`)

const Access_End = graphql(`
  mutation Access_End($id: ID!) {
    endRole(id: $id) {
      id
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { municipality: here } = await event.parent()
  if (!here.rights.includes('ROLES_GIVE')) error(403)
  const [roles, { municipality }] = await Promise.all([
    askRoles(event),
    askDesk(event, Access_Seats, { municipality: event.params.slug }),
  ])
  const list = shownOf(roles, event.url.searchParams)
  return { list, bodies: municipality?.bodies ?? [], key: crypto.randomUUID() }
}

const saved = ({ params: { slug } }: RequestEvent, id: string) => localizeHref(`/kommune/${slug}/tilgang?lagret=${id}`)

export const actions: Actions = {
  invite: async (event) => {
    const form = await event.request.formData()
    const [chosen, note] = [text(form, 'role'), text(form, 'note')]
    const isRole = chosen === 'LEADER' || chosen === 'COORDINATOR'
    if (!chosen) return fail(400, { chosen, note, refused: { faults: { role: 'required' } as Record<string, string> } })
    const { slug } = event.params
    const given = isRole
      ? ({ kind: chosen, municipality: slug, note } as const)
      : ({ kind: 'MEMBER', seat: chosen, note } as const)
    const { data, refusal } = await actAtDesk(event, Access_Invite, given, form)
    if (refusal) return unsaved(refusal, { chosen, note }, form)
    return { link: event.url.origin + localizeHref(`/invitasjon/${data.invite.token}`) }
  },
  withdraw: async (event) => {
    const form = await event.request.formData()
    const id = text(form, 'id')
    const { refusal } = await actAtDesk(event, Access_Withdraw, { id }, form)
    if (refusal) return unsaved(refusal, {}, form)
    redirect(303, saved(event, id))
  },
  end: async (event) => {
    const form = await event.request.formData()
    const id = text(form, 'id')
    const { refusal } = await actAtDesk(event, Access_End, { id }, form)
    if (refusal) return unsaved(refusal, {}, form)
    redirect(303, saved(event, id))
  },
}
