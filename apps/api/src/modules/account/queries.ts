import { builder } from '../../builder.ts'
import { Viewer } from './viewer.ts'

const SignInProvider = builder.objectRef<{ key: string; name: string }>('SignInProvider').implement({
  description: 'A provider of identity that people sign in with.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What beginSignIn calls it.' }),
    name: t.exposeString('name', { description: 'What people know it as.' }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    description: 'Who is asking; null for who has not signed in or whose session is over.',
    authScopes: { can: 'own:account' },
    type: Viewer,
    nullable: true,
    resolve: (_root, _args, { viewer }) => (viewer.account ? { ...viewer, account: viewer.account } : null),
  }),
)

builder.queryField('signInProviders', (t) =>
  t.field({
    description: 'The providers of identity that one may sign in with here.',
    authScopes: { can: 'own:account' },
    type: [SignInProvider],
    resolve: (_root, _args, { doorkeeper }) => doorkeeper?.providers ?? [],
  }),
)
