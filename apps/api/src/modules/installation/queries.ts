import { builder, open } from '../../builder.ts'

const Installation = builder.objectRef<{ isDemonstration: boolean; sendsLetters: boolean }>('Installation').implement({
  ...open('This installation of Samråd.'),
  fields: (t) => ({
    isDemonstration: t.exposeBoolean('isDemonstration', {
      ...open(
        'Whether it shows the demonstration: built from public documents of 2016–2023, not the municipalities’ own.',
      ),
    }),
    sendsLetters: t.exposeBoolean('sendsLetters', {
      description: 'Whether it has a post office; without one, letters wait until it has.',
    }),
  }),
})

builder.queryField('installation', (t) =>
  t.field({
    ...open('What this installation is.'),
    authScopes: { can: 'register:read' },
    type: Installation,
    resolve: (_root, _args, { isDemonstration, sendsLetters }) => ({ isDemonstration, sendsLetters }),
  }),
)
