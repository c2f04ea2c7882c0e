import { graphql } from '@samrad/schema/admin'
import { fail, type RequestEvent } from '@sveltejs/kit'
import { refusedBy } from '#lib/form/refused'
import { actAtDesk, askDesk } from './desk'

const Letters_Endable = graphql(`
  query Letters_Endable($token: String!) {
    endableLetters(token: $token)
  }
`)

const Letters_End = graphql(`
  mutation Letters_End($token: String!) {
    endLetters(token: $token)
  }
`)

type Asker = Pick<RequestEvent<{ token: string }>, 'locals' | 'params'>

/** What the link of a letter ends. */
export async function askEndable({ locals, params }: Asker) {
  const { endableLetters } = await askDesk({ locals }, Letters_Endable, { token: params.token })
  return { endable: endableLetters }
}

/** Ends it. A page asks first: programs that look at mail follow its links. */
export async function endLetters({ locals, params }: Asker) {
  const { data, refusal } = await actAtDesk({ locals }, Letters_End, { token: params.token })
  if (refusal) return fail(refusal.status, { isEnded: false, refused: refusedBy(refusal) })
  return { isEnded: data.endLetters }
}
