import { text } from '../form/fields'
import type { ReachedSeat } from './asked'

/** The addresses of seats as they stand in their fields, by the id of the seat. */
export type TypedAddresses = Record<string, { addresses: string; substitutes: string }>

export const typedIn = (form: FormData, seats: readonly { id: string }[]): TypedAddresses =>
  Object.fromEntries(
    seats
      .filter(({ id }) => form.has(`addresses-${id}`))
      .map(({ id }) => [
        id,
        { addresses: text(form, `addresses-${id}`), substitutes: text(form, `substitutes-${id}`) },
      ]),
  )

export const writtenOf = (seats: readonly ReachedSeat[]): TypedAddresses =>
  Object.fromEntries(
    seats.map(({ id, addresses }) => {
      const of = (isSubstitute: boolean) =>
        addresses.flatMap((one) => (one.isSubstitute === isSubstitute ? [one.email] : [])).join(', ')
      return [id, { addresses: of(false), substitutes: of(true) }]
    }),
  )
