import { graphql } from '@samrad/schema/admin'
import { fail } from '@sveltejs/kit'
import { refusedBy } from '#lib/form/refused'
import { actAtDesk } from '#lib/server/desk'
import type { Actions } from './$types'

const Letter_ConfirmAddress = graphql(`
  mutation Letter_ConfirmAddress($token: String!) {
    confirmAddress(token: $token)
  }
`)

export const actions: Actions = {
  default: async ({ locals, params }) => {
    const { data, refusal } = await actAtDesk({ locals }, Letter_ConfirmAddress, { token: params.token })
    if (refusal) return fail(refusal.status, { isConfirmed: null, refused: refusedBy(refusal) })
    return { isConfirmed: data.confirmAddress }
  },
}
