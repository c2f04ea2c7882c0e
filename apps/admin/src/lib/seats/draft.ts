import { list, text } from '../form/fields'
import type { DeskBodyData } from '../nouns/body-asked'
import type { Thing } from '../nouns/noun'

export type SeatData = DeskBodyData['seats'][number]

/** The seats of a thing that is a body. */
export const seatsIn = (thing: Thing): SeatData[] => (thing as unknown as DeskBodyData).seats

/** What stands where nobody has said yet which organisation a name means. */
export const undecided = '?'

/** A seat as it stands in its row. The organisation is a name: one that is there, or one that is new. */
export type SeatDraft = {
  id: string
  roleTitle: string
  organisation: string
  attachment: string
  quantity: string
  groupTitle: string
}

export const emptySeat: SeatDraft = {
  id: '',
  roleTitle: '',
  organisation: '',
  attachment: 'MEMBER',
  quantity: 'ONE',
  groupTitle: '',
}

export const isEmpty = ({ roleTitle, organisation }: SeatDraft): boolean => !roleTitle.trim() && !organisation.trim()

export const seatsOf = (thing: Thing): SeatDraft[] =>
  seatsIn(thing).map((seat) => ({
    id: seat.id,
    roleTitle: seat.roleTitle,
    organisation: seat.organisation?.name ?? '',
    attachment: seat.attachment,
    quantity: seat.quantity,
    groupTitle: seat.groupTitle ?? '',
  }))

const mostSeats = 220

/** What somebody has typed into the rows; empty ones are left out, and so are those chosen to go. */
export function seatsFrom(form: FormData): SeatDraft[] {
  const removed = new Set(list(form, 'remove'))
  return Array.from({ length: mostSeats }, (_, nth) => nth)
    .filter((nth) => form.has(`seats.${nth}.roleTitle`) && !removed.has(String(nth)))
    .map((nth) => {
      const field = (name: keyof SeatDraft) => text(form, `seats.${nth}.${name}`).trim()
      return {
        id: field('id'),
        roleTitle: field('roleTitle'),
        organisation: field('organisation'),
        attachment: field('attachment') || 'MEMBER',
        quantity: field('quantity') || 'ONE',
        groupTitle: field('groupTitle'),
      }
    })
    .filter((seat) => !isEmpty(seat))
}

const folded = (name: string) => name.trim().toLocaleLowerCase('nb')

/** The organisation that has a name, whatever its capitals. */
export const organisationNamed = <Organisation extends { name: string }>(
  organisations: readonly Organisation[],
  name: string,
): Organisation | undefined => organisations.find((one) => folded(one.name) === folded(name))

/** What the API is to be told. Every organisation must be there by now. */
export const seatState = (
  seats: readonly SeatDraft[],
  organisations: readonly { id: string; name: string }[],
): object[] =>
  seats.map(({ id, roleTitle, organisation, attachment, quantity, groupTitle }) => ({
    ...(id ? { id } : {}),
    roleTitle,
    organisation: organisation ? (organisationNamed(organisations, organisation)?.id ?? null) : null,
    attachment: attachment as 'MEMBER',
    quantity: quantity as 'ONE',
    groupTitle: groupTitle || null,
  }))
