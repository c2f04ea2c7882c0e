import type { Ages as AgesValue } from '@samrad/schema'
import { builder, open } from './builder.ts'

export const Ages = builder.objectRef<AgesValue>('Ages').implement({
  ...open('An age range in whole years, both ends included.'),
  fields: (t) => ({
    from: t.exposeInt('from', { ...open('Youngest; null when open or not stated.'), nullable: true }),
    to: t.exposeInt('to', { ...open('Oldest; null when open or not stated.'), nullable: true }),
    orTo: t.exposeInt('orTo', {
      ...open('An alternative end: «0–18/23» is from 0 to 23, or to 18. Null when there is none.'),
      nullable: true,
    }),
    isUnlimited: t.boolean({
      ...open('Whether the source says that there is no age limit.'),
      resolve: ({ isUnlimited }) => isUnlimited ?? false,
    }),
    wording: t.exposeString('wording', open('As the source says it.')),
  }),
})

export const AgesInput = builder.inputType('AgesInput', {
  description: 'An age range in whole years, both ends included.',
  fields: (t) => ({
    from: t.int({ description: 'Youngest; left out when open or not stated.' }),
    to: t.int({ description: 'Oldest; left out when open or not stated.' }),
    orTo: t.int({ description: 'An alternative end.' }),
    isUnlimited: t.boolean({ description: 'Whether there is no age limit.' }),
    wording: t.string({ description: 'As the municipality says it.', required: true }),
  }),
})
