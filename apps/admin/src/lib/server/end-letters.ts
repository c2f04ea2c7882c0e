import { graphql } from '@samrad/schema/admin'
import { fail, type RequestEvent } from '@sveltejs/kit'
import { refusedBy } from '#lib/form/refused'
import { actAtDesk } from './desk'

const Letters_End = graphql(`
  mutation Letters_End($token: String!) {
    endLetters(token: $token)
  }
`)

/** Ends what the letter of an address is one of. A page asks first: programs that look at mail follow its links. */
export async function endLetters(event: Pick<RequestEvent<{ token: string }>, 'locals' | 'params'>) {
  const { data, refusal } = await actAtDesk(event, Letters_End, { token: event.params.token })
  if (refusal) return fail(refusal.status, { refused: refusedBy(refusal) })
  return { isEnded: data.endLetters }
}
