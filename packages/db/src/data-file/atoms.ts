import { z } from 'zod'
import { Day, ExactDay } from './dates.ts'

export const text = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().trim().min(1),
)
export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key is written in small letters, digits and hyphens: slt-styret')
export const municipality = z
  .strictObject({
    number: z.string().regex(/^\d{4}$/, 'four digits in quotes: "0420"'),
    country: z.string().length(2).default('NO'),
  })
  .describe('a municipality by its number, present or earlier')
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write the time of day in quotes, as "09:00"')
export const visibility = z.enum(['public', 'neighbours', 'internal'])

const Source = z
  .strictObject({
    document: key.describe('key of a document in this file'),
    place: text.optional().describe('page, heading or slide'),
    quote: text.optional().describe('the words of the source, as they stand; persons replaced by [navn]'),
    note: text.optional().describe('what we add: how it is read, what is odd'),
  })
  .describe('where a document says it')

/** What every dated fact may say of itself. Without `source` the nearest one around it holds; without `from` its document's evidence date. */
export const dated = {
  from: Day.optional(),
  to: Day.optional().describe('the first day on which it no longer held'),
  confirmed: ExactDay.optional().describe('last day on which a source says that it held'),
  planned: z.boolean().optional(),
  language: z.string().length(2).optional().describe('language of the words, else that of the file'),
  source: z
    .union([Source, z.array(Source)])
    .transform((one) => (Array.isArray(one) ? one : [one]))
    .optional(),
}
export type Dated = z.infer<z.ZodObject<typeof dated, z.core.$strict>>

/** States of a thing through time, each saying only what differs from what stands above. */
export const versions = <Attributes extends z.ZodRawShape>(attributes: Attributes) =>
  z
    .array(z.strictObject(attributes).partial().extend(dated))
    .default([])
    .describe('states through time; each says only what differs from what stands above')

const partyTarget = {
  seat: text.optional().describe('«body-key: role title» of a seat in this file'),
  organisation: key.optional(),
  post: key.optional(),
  body: key.optional(),
  role: text.optional().describe('a role or group in the words of the source'),
}
const isExactlyOne = (party: Record<string, unknown>) =>
  ['seat', 'organisation', 'post', 'body', 'role'].filter((kind) => party[kind] !== undefined).length === 1
const oneTarget = 'name exactly one of seat, organisation, post, body or role'

export const Party = z
  .strictObject({ ...partyTarget, by: z.strictObject(partyTarget).refine(isExactlyOne, oneTarget).optional() })
  .refine(isExactlyOne, oneTarget)
export type Party = z.infer<typeof Party>
export const parties = z.array(Party).min(1)
