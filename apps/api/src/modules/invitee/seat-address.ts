import { newId } from '@samrad/db'
import { faultsOf, SeatAddressesRules } from '@samrad/schema'
import { builder, globalIdOf } from '../../builder.ts'
import { held } from '../../in-force.ts'
import { badInput } from '../../errors.ts'
import { act, assertMay, notFound } from '../../register/acts.ts'
import { Body } from '../body/body.ts'
import { Seat } from '../body/seat.ts'
import { LetterTo } from './invitee.ts'

const SeatAddress = builder.prismaObject('SeatAddress', {
  description: 'Where post to a seat goes, beside those who have it as a role.',
  select: { id: true },
  fields: (t) => ({
    email: t.exposeString('email', { description: 'The address, in small letters.' }),
    isSubstitute: t.exposeBoolean('isSubstitute', { description: 'Whether it is that of who stands in.' }),
    isRefused: t.boolean({
      description: 'Whether whoever reads it wants no more; nothing is sent there.',
      select: { refusedAt: true },
      resolve: ({ refusedAt }) => refusedAt !== null,
    }),
  }),
})

builder.prismaObjectField(Seat, 'addresses', (t) =>
  t.relation('addresses', {
    description: 'Where post to it goes; nothing for who does not keep the body.',
    type: SeatAddress,
    query: { orderBy: [{ isSubstitute: 'asc' }, { email: 'asc' }] },
    complexity: { multiplier: 2 },
  }),
)

type Reach = { seat_id: string; to: typeof LetterTo.$inferType; count: number }

const SeatReach = builder.objectRef<Reach>('SeatReach').implement({
  description: 'How many of a kind post to a seat reaches.',
  fields: (t) => ({
    seatId: t.id({ description: 'Id of the seat.', resolve: ({ seat_id }) => globalIdOf('Seat', seat_id) }),
    to: t.expose('to', { description: 'Who they are.', type: LetterTo }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

const seatsHeld = held('seats')

builder.prismaObjectField(Body, 'reach', (t) =>
  t.field({
    description:
      'Whom post to its seats of the date reaches; nothing for who does not keep the body, and no line for a seat that reaches nobody.',
    type: [SeatReach],
    complexity: { multiplier: 10 },
    select: seatsHeld.select,
    resolve: (body, args, context) => {
      const ids = seatsHeld.resolve(body, args, context).map(({ id }) => id)
      return context.db.$queryRaw<Reach[]>`SELECT * FROM reach_of_seats(${ids}::uuid[])`
    },
  }),
)

const SeatAddressesInput = builder.inputType('SeatAddressesInput', {
  description: 'Where post to a seat is to go. What was there before and is not here goes nowhere any more.',
  fields: (t) => ({
    seat: t.globalID({ description: 'Which seat.', required: true, for: Seat }),
    addresses: t.stringList({ description: 'Of who has it.', required: true }),
    substitutes: t.stringList({ description: 'Of who stands in.', required: true }),
  }),
})

const clean = (addresses: readonly string[]) => [
  ...new Set(addresses.map((address) => address.trim().toLowerCase()).filter(Boolean)),
]

builder.mutationField('setSeatAddresses', (t) =>
  t.prismaField({
    description:
      'Says where post to seats of a body goes. The addresses are kept for this alone: no register, portal or history has them.',
    authScopes: { can: 'register:mend' },
    type: Body,
    args: {
      body: t.arg.globalID({ description: 'Which body.', required: true, for: Body }),
      seats: t.arg({ description: 'Of which seats.', type: [SeatAddressesInput], required: true }),
    },
    resolve: async (query, _root, { body: { id }, seats: given }, context) => {
      const { db } = context
      const body = await db.body.findUnique({ where: { id }, select: { homeMunicipalityId: true } })
      if (!body) throw notFound()
      const { homeMunicipalityId: home } = body
      assertMay(context, 'register:mend', { home, thing: id })
      const seats = given.map(({ seat, addresses, substitutes }) => ({
        seatId: seat.id,
        addresses: clean(addresses),
        substitutes: clean(substitutes),
      }))
      const faults = faultsOf(SeatAddressesRules, { seats })
      if (faults) throw badInput(faults)
      const known = await db.seat.findMany({ where: { bodyId: id }, select: { id: true } })
      const ids = new Set(known.map((seat) => seat.id))
      const foreign = seats.flatMap(({ seatId }, nth) => (ids.has(seatId) ? [] : [[`seats.${nth}.seat`, 'not_found']]))
      if (foreign.length) throw badInput(Object.fromEntries(foreign) as Record<string, string>)
      await act(context, { kind: 'keep_addresses', noun: 'Body', objectId: id, municipalityId: home }, async () => {
        for (const { seatId, addresses, substitutes } of seats) {
          const kinds = [
            { isSubstitute: false, emails: addresses },
            { isSubstitute: true, emails: substitutes },
          ]
          for (const { isSubstitute, emails } of kinds) {
            // One that stays keeps that it was refused.
            await db.seatAddress.deleteMany({ where: { seatId, isSubstitute, email: { notIn: emails } } })
            const data = emails.map((email) => ({ id: newId(), seatId, isSubstitute, email }))
            await db.seatAddress.createMany({ data, skipDuplicates: true })
          }
        }
      })
      return db.body.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
)
