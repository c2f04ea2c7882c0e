import { builder } from './builder.ts'

/** The arguments that find one thing by its address: its home municipality and its slug there. */
export const addressArgs = builder.args((t) => ({
  municipality: t.string({
    description: 'Slug of its home municipality, or that municipality’s number, present or earlier.',
    required: true,
  }),
  slug: t.string({ description: 'Its part of the address.', required: true }),
}))
