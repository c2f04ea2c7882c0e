import { builder, open } from './builder.ts'

/** The date argument that every root field takes. */
export const asOfArgs = builder.args((t) => ({
  asOf: t.field({ ...open('The date the answer holds for; today in Oslo when left out.'), type: 'Date' }),
}))
