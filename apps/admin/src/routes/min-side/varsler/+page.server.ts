import { localizeHref } from '@samrad/i18n'
import { graphql } from '@samrad/schema/admin'
import { error, redirect } from '@sveltejs/kit'
import { text } from '#lib/form/fields'
import { actAtDesk, askDesk } from '#lib/server/desk'
import { unsaved } from '#lib/server/editing'
import type { Actions, PageServerLoad } from './$types'

const Desk_PostWish = graphql(`
  query Desk_PostWish {
    installation {
      sendsLetters
    }
    viewer {
      postWish {
        email
        isConfirmed
        rhythm
        quietFrom
        quietUntil
        language
      }
    }
  }
`)

const Desk_SetPostWish = graphql(`
  mutation Desk_SetPostWish(
    $email: String
    $rhythm: DigestRhythm!
    $quietFrom: Int!
    $quietUntil: Int!
    $language: LetterLanguage!
  ) {
    setPostWish(email: $email, rhythm: $rhythm, quietFrom: $quietFrom, quietUntil: $quietUntil, language: $language) {
      rhythm
    }
  }
`)

export const load: PageServerLoad = async (event) => {
  const { viewer, installation } = await askDesk(event, Desk_PostWish, {})
  if (!viewer) error(401)
  const { email, isConfirmed, quietFrom, quietUntil, ...wish } = viewer.postWish
  return {
    wish: { ...wish, email: email ?? '', quietFrom: String(quietFrom), quietUntil: String(quietUntil) },
    isUnconfirmed: email !== null && !isConfirmed,
    sendsLetters: installation.sendsLetters,
    isSaved: event.url.searchParams.has('lagret-varsler'),
    key: crypto.randomUUID(),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const wish = {
      email: text(form, 'email'),
      rhythm: text(form, 'rhythm') as 'DAILY',
      quietFrom: text(form, 'quietFrom'),
      quietUntil: text(form, 'quietUntil'),
      language: text(form, 'language') as 'NB',
    }
    const hours = { quietFrom: Number(wish.quietFrom), quietUntil: Number(wish.quietUntil) }
    const { refusal } = await actAtDesk(event, Desk_SetPostWish, { ...wish, ...hours }, form)
    if (refusal) return unsaved(refusal, { wish }, form)
    redirect(303, localizeHref('/min-side/varsler?lagret-varsler=1'))
  },
}
