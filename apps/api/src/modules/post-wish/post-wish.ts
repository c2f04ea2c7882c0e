import { faultsOf, PostWishRules } from '@samrad/schema'
import { hashOf } from '../../auth/token.ts'
import { builder } from '../../builder.ts'
import { ApiError, badInput } from '../../errors.ts'
import { Viewer } from '../account/viewer.ts'

const DigestRhythm = builder.enumType('DigestRhythm', {
  description: 'How often somebody is written to of what is new.',
  values: {
    DAILY: { value: 'daily', description: 'On working days on which there is something.' },
    WEEKLY: { value: 'weekly', description: 'On the first working day of a week in which there is something.' },
    NEVER: { value: 'never', description: 'Never. Invitations to meetings come all the same.' },
  } as const,
})

const LetterLanguage = builder.enumType('LetterLanguage', {
  description: 'The language that somebody is written to in.',
  values: {
    NB: { value: 'nb', description: 'Norwegian bokmål.' },
    NN: { value: 'nn', description: 'Norwegian nynorsk.' },
    EN: { value: 'en', description: 'English.' },
  } as const,
})

type Wish = {
  email: string | null
  confirmedAt: Date | null
  rhythm: typeof DigestRhythm.$inferType
  quietFrom: number
  quietUntil: number
  language: typeof LetterLanguage.$inferType
}
const usual: Wish = { email: null, confirmedAt: null, rhythm: 'daily', quietFrom: 20, quietUntil: 7, language: 'nb' }

const PostWish = builder.objectRef<Wish>('PostWish').implement({
  description: 'How somebody wants to be written to.',
  fields: (t) => ({
    email: t.exposeString('email', {
      description: 'Where they want it; null for where their provider of identity says, if it does.',
      nullable: true,
    }),
    isConfirmed: t.boolean({
      description: 'Whether whoever reads that address has said that it is theirs; nothing else goes there before.',
      resolve: ({ confirmedAt }) => confirmedAt !== null,
    }),
    rhythm: t.expose('rhythm', { description: 'How often news come.', type: DigestRhythm }),
    quietFrom: t.exposeInt('quietFrom', {
      description: 'The hour, 0 to 23 in Norway, from which nothing is sent; the same as quietUntil for always.',
    }),
    quietUntil: t.exposeInt('quietUntil', { description: 'The hour, 0 to 23 in Norway, until which nothing is sent.' }),
    language: t.expose('language', { description: 'In which language.', type: LetterLanguage }),
  }),
})

builder.objectFields(Viewer, (t) => ({
  postWish: t.field({
    description: 'How they want to be written to; what is usual until they have said it.',
    type: PostWish,
    resolve: async ({ account }, _args, { db }) => {
      const { id } = account as { id: string }
      return ((await db.postWish.findUnique({ where: { accountId: id } })) as Wish | null) ?? usual
    },
  }),
}))

builder.mutationField('setPostWish', (t) =>
  t.field({
    description:
      'Says how one wants to be written to. Letters about a meeting within a day come also in quiet hours. A new address is asked first whether it is theirs.',
    authScopes: { can: 'own:account' },
    type: PostWish,
    args: {
      email: t.arg.string({ description: 'Where; left out for where the provider of identity says.' }),
      rhythm: t.arg({ description: 'How often news come.', type: DigestRhythm, required: true }),
      quietFrom: t.arg.int({ description: 'Hour, 0 to 23.', required: true }),
      quietUntil: t.arg.int({ description: 'Hour, 0 to 23.', required: true }),
      language: t.arg({ description: 'In which language.', type: LetterLanguage, required: true }),
    },
    resolve: async (_root, { email, ...given }, { db, viewer }) => {
      const wish = { ...given, email: email?.trim().toLowerCase() || null }
      const accountId = viewer.account?.id
      if (!accountId) throw new ApiError('UNAUTHENTICATED', 'Sign in first.')
      const faults = faultsOf(PostWishRules, wish)
      if (faults) throw badInput(faults)
      await db.postWish.upsert({ where: { accountId }, create: { accountId, ...wish }, update: wish })
      return (await db.postWish.findUniqueOrThrow({ where: { accountId } })) as Wish
    },
  }),
)

builder.mutationField('confirmAddress', (t) =>
  t.boolean({
    description:
      'Says that an address is theirs who asked for post there, by the link that was sent to it. False when it is not what they want any more.',
    authScopes: { can: 'own:account' },
    args: { token: t.arg.string({ description: 'From the link in the letter.', required: true }) },
    resolve: async (_root, { token }, { db }) => {
      const [{ confirmed } = { confirmed: false }] = await db.$queryRaw<{ confirmed: boolean }[]>`
        SELECT confirm_address(${hashOf(token)}) AS confirmed`
      return confirmed
    },
  }),
)
