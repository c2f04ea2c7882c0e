import { z } from 'zod'
import { line, longest, optional } from './text.ts'

const address = z.email('not_an_email').max(254)
const addresses = z.array(address).max(10)

/** Where post to seats goes. */
export const SeatAddressesRules = z.object({
  seats: z.array(z.object({ addresses, substitutes: addresses })).max(200),
})

/** What may be said to, and by, who is invited to a meeting. */
export const InviteRules = z.object({
  seats: z.array(z.unknown()).max(200),
  guests: z
    .array(z.object({ guest: line(longest.name), email: z.preprocess((text) => String(text).trim(), address) }))
    .max(50),
  message: optional(z.string().max(2_000)),
  note: optional(z.string().max(500)),
})

const hour = z.int().min(0).max(23)

/** How somebody wants to be written to. */
export const PostWishRules = z.object({ email: optional(address), quietFrom: hour, quietUntil: hour })
