import { labels, m } from '@samrad/i18n'
import type { Field } from '../form/kinds'
import { seatName } from '../form/party'
import type { ReachData, ReachedSeat } from './asked'
import { sayReach } from './say'

/** How seats are tied to their body, in the order they are called in, and whether they are called to every meeting. */
const groups = [
  { attachment: 'BY_AGREEMENT', isUsual: true },
  { attachment: 'MEMBER', isUsual: true },
  { attachment: 'STANDING_INVITATION', isUsual: true },
  { attachment: 'ON_DEMAND', isUsual: false },
  { attachment: 'GUEST', isUsual: false },
] as const

const nameOf = (attachment: string) => `seats-${attachment}`

type Item = { id: string; number: number; title: string }

/** The form of who is to be invited: the seats that are not yet, guests, and what is to stand in the letter. */
export function inviteFields(
  seats: readonly ReachedSeat[],
  reach: ReachData['reach'],
  agenda: readonly Item[],
): Field[] {
  const seatFields = groups.flatMap(({ attachment, isUsual }): Field[] => {
    const some = seats.filter((seat) => seat.attachment === attachment)
    if (!some.length) return []
    const options = some.map((seat) => ({
      value: seat.id,
      label: seatName(seat),
      description: sayReach(seat.id, reach),
    }))
    return [
      {
        name: nameOf(attachment),
        kind: 'many',
        label: labels.attachment[attachment],
        options: () => options,
        empty: isUsual ? some.map(({ id }) => id) : [],
      },
    ]
  })
  const items = agenda.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))
  return [
    ...seatFields,
    {
      name: 'guests',
      kind: 'rows',
      label: m.invite_guests,
      help: m.invite_guests_help,
      one: m.invite_guest,
      fields: [
        { name: 'guest', kind: 'text', label: m.attendance_guest, maxlength: 200, isRequired: true },
        { name: 'email', kind: 'text', label: m.invite_email, maxlength: 254, isRequired: true },
        { name: 'item', kind: 'one', label: m.invite_item, options: () => items },
      ],
    },
    messageField,
  ]
}

const messageField: Field = {
  name: 'message',
  kind: 'text',
  rows: 5,
  label: m.invite_message,
  help: m.invite_message_help,
  maxlength: 2_000,
}
export const remindFields: readonly Field[] = [{ ...messageField, name: 'reminder' }]

/** All the seats that are ticked, whatever they are under. */
export const seatsIn = (told: Record<string, unknown>): string[] =>
  Object.entries(told).flatMap(([name, value]) => (name.startsWith('seats-') ? (value as string[]) : []))
