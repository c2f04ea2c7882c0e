import type { GraphQLResolveInfo } from 'graphql'
import { builder } from '../../builder.ts'
import { ApiError, badInput } from '../../errors.ts'
import type { Doorkeeper } from '../../auth/doorkeeper.ts'

const SignInBegun = builder.objectRef<{ secret: string; address: string }>('SignInBegun').implement({
  description: 'A sign-in that is under way.',
  fields: (t) => ({
    secret: t.exposeString('secret', { description: 'What the browser keeps and gives finishSignIn.' }),
    address: t.exposeString('address', { description: 'Where the browser is to go now.' }),
  }),
})

const open = (doorkeeper: Doorkeeper | null): Doorkeeper => {
  if (!doorkeeper) throw new ApiError('NOT_FOUND', 'Nobody signs in here.')
  return doorkeeper
}

// Who is in and who is not is kept apart from the register: it could not be taken back with another act that fails.
function assertAlone({ operation }: GraphQLResolveInfo): void {
  const { selections } = operation.selectionSet
  if (selections.length !== 1 || selections[0]?.kind !== 'Field') throw badInput({ query: 'one_mutation_only' })
}

builder.mutationField('beginSignIn', (t) =>
  t.field({
    description: 'Begins a sign-in with OpenID Connect.',
    authScopes: { can: 'own:account' },
    type: SignInBegun,
    args: {
      provider: t.arg.string({ description: 'Key of the provider, from signInProviders.', required: true }),
      language: t.arg.string({ description: 'Language that the provider is asked to use.' }),
    },
    resolve: (_root, { provider, language }, { doorkeeper }, info) => {
      assertAlone(info)
      return open(doorkeeper).begin(provider, language ?? null)
    },
  }),
)

builder.mutationField('finishSignIn', (t) =>
  t.string({
    description:
      'Ends a sign-in and begins a session: returns its token, for `Authorization: Bearer`. It lasts twelve hours at most, four without use.',
    authScopes: { can: 'own:account' },
    args: {
      secret: t.arg.string({ description: 'What beginSignIn gave.', required: true }),
      answer: t.arg.string({
        description: 'What the provider sent the browser back with: everything behind the question mark.',
        required: true,
      }),
    },
    resolve: async (_root, { secret, answer }, { doorkeeper, token }, info) => {
      assertAlone(info)
      const begun = await open(doorkeeper).finish(secret, answer)
      if (token) await open(doorkeeper).end(token)
      return begun
    },
  }),
)

builder.mutationField('signOut', (t) =>
  t.boolean({
    description: 'Ends the session of the token that this is asked with. True also when there is none.',
    authScopes: { can: 'own:account' },
    resolve: async (_root, _args, { doorkeeper, token }, info) => {
      assertAlone(info)
      if (token) await open(doorkeeper).end(token)
      return true
    },
  }),
)
