import { builder } from './builder.ts'

export const Visibility = builder.enumType('Visibility', {
  description: 'Who sees a thing. Never historical: what is withdrawn today is withdrawn for every date.',
  values: {
    PUBLIC: { value: 'public', description: 'Everybody, on the portal and through the open API.' },
    NEIGHBOURS: { value: 'neighbours', description: 'The municipalities its home has a sharing agreement with.' },
    INTERNAL: { value: 'internal', description: 'Those who keep or lead it, or sit in it.' },
  } as const,
})
