import { builder } from '../builder.ts'
import { badInput } from '../errors.ts'
import type { PartyValue } from './parts.ts'
import type { GivenId, References } from './references.ts'
import type { Knowledge, When } from './carry-out.ts'

const ChangeKnowledge = builder.enumType('ChangeKnowledge', {
  description: 'How well the day of a change is known.',
  values: {
    DAY: { value: 'day', description: 'That very day.' },
    MONTH: { value: 'month', description: 'Some day of that month.' },
    SEASON: { value: 'season', description: 'Some day of that season.' },
    YEAR: { value: 'year', description: 'Some day of that year.' },
    NO_LATER_THAN: { value: 'no_later_than', description: 'That day or before: the first day it is known of.' },
    NO_EARLIER_THAN: { value: 'no_earlier_than', description: 'That day or after: the last day it is known of.' },
  } as const,
})

/** A day and how well it is known. */
export const KnownDay = builder.inputType('KnownDay', {
  description: 'A day and how well it is known.',
  fields: (t) => ({
    on: t.field({
      description: 'The day; of a month, season or year its first day.',
      type: 'Date',
      required: true,
    }),
    is: t.field({ description: 'How well it is known.', type: ChangeKnowledge, defaultValue: 'day' }),
  }),
})
export type KnownDayInput = { on: Date; is?: Knowledge | null }

/** The time of a change. */
export const changeFrom = ({ on, is }: KnownDayInput): When => ({ act: 'change', on, knowledge: is ?? 'day' })

/** Version argument of every act on something that is there. */
export const versionDescription = 'The version that was seen. When it is not the present one, the answer is CONFLICT.'

type GivenParty = {
  seat?: GivenId | null | undefined
  organisation?: GivenId | null | undefined
  post?: GivenId | null | undefined
  body?: GivenId | null | undefined
  roleTitle?: string | null | undefined
  by?: GivenParty | null | undefined
}

/** Somebody who leads, is responsible or owns. */
export const PartyInput = builder.inputRef<GivenParty>('PartyInput').implement({
  description:
    'Somebody who leads, is responsible or owns: exactly one of seat, organisation, post, body and roleTitle.',
  fields: (t) => ({
    seat: t.globalID({ description: 'A seat in a body.' }),
    organisation: t.globalID({ description: 'An organisation.' }),
    post: t.globalID({ description: 'A coordinator’s post.' }),
    body: t.globalID({ description: 'A body.' }),
    roleTitle: t.string({ description: 'A role or group in the municipality’s own words.' }),
    by: t.field({ description: 'Who acts for it; itself acted for by nobody.', type: PartyInput }),
  }),
})

/** What is stored of a party. */
export function partyValue(given: GivenParty, references: References, path: string): PartyValue {
  if (given.by?.by) throw badInput({ [`${path}.by.by`]: 'invalid' })
  return {
    ...(given.seat && { seatId: references.idOf('Seat', given.seat, `${path}.seat`) }),
    ...(given.organisation && {
      organisationId: references.idOf('Organisation', given.organisation, `${path}.organisation`),
    }),
    ...(given.post && { postId: references.idOf('CoordinatorPost', given.post, `${path}.post`) }),
    ...(given.body && { bodyId: references.idOf('Body', given.body, `${path}.body`) }),
    ...(given.roleTitle != null && { roleTitle: given.roleTitle.trim() }),
    ...(given.by && { by: partyValue(given.by, references, `${path}.by`) }),
  }
}

/** What is stored of several parties together. */
export const partiesOf = (given: readonly GivenParty[] | null | undefined, references: References, path: string) =>
  eachOf(given, path, (party, at) => partyValue(party, references, at))

/** The end that was given, as columns. */
export const endOf = (to: KnownDayInput | null | undefined) => ({
  validTo: to?.on ?? null,
  toIs: to ? (to.is ?? 'day') : null,
})

/** The days that were given of what has days of its own, as columns. */
export const daysOf = (from: KnownDayInput | null | undefined, to?: KnownDayInput | null) => ({
  validFrom: from?.on ?? null,
  fromIs: from ? (from.is ?? 'day') : null,
  ...endOf(to),
})

/** The columns that hold days. */
export const days = ['validFrom', 'fromIs', 'validTo', 'toIs'] as const

/** The values of a list with their paths. */
export const eachOf = <Given, Value>(
  given: readonly Given[] | null | undefined,
  path: string,
  read: (one: Given, path: string) => Value,
): Value[] | undefined => given?.map((one, nth) => read(one, `${path}.${nth}`))
