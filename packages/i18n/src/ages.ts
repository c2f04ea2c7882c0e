import { m } from './generated/paraglide/messages.js'

/** An age range as the API gives it; see `Ages` in the open schema. */
export type SaidAges = {
  from: number | null
  to: number | null
  orTo: number | null
  isUnlimited: boolean
  wording: string
}

/** «12–18 år», «fra 18 år», «ingen aldersgrense». */
export function sayAges({ from, to, orTo, isUnlimited, wording }: SaidAges): string {
  if (isUnlimited) return m.ages_unlimited()
  if (from !== null && to !== null && orTo !== null)
    return m.ages_range_or({ from, to: Math.max(to, orTo), orTo: Math.min(to, orTo) })
  if (from !== null && to !== null) return m.ages_range({ from, to })
  if (from !== null) return m.ages_from({ from })
  return to === null ? wording : m.ages_to({ to })
}
