import { newId, type Db } from '@samrad/db'
import { longest } from '@samrad/schema'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { badInput } from '../../errors.ts'
import { isInForce } from '../../in-force.ts'
import { act, assertMay, notFound, takeVersion } from '../../register/acts.ts'
import { KnownDay, versionDescription } from '../../register/inputs.ts'
import { Visibility } from '../../visibility.ts'
import { Seat, SeatHolder } from './seat.ts'

const mending = { can: 'register:mend' } as const
const nameText = 'Name of the person. Shown to nobody but those who keep the register, until that is decided otherwise.'
const visibilityText = 'Who sees the name; never more than see the body.'

const home = { body: { select: { id: true, homeMunicipalityId: true } } } as const
type Place = { body: { id: string; homeMunicipalityId: string } }

/** An act on who sits in a body is an act on the body. */
function actOnBody(context: Context, kind: string, { body }: Place, work: () => Promise<unknown>): Promise<unknown> {
  assertMay(context, 'register:mend', { home: body.homeMunicipalityId, thing: body.id })
  return act(context, { kind, noun: 'Body', objectId: body.id, municipalityId: body.homeMunicipalityId }, work)
}

function checkedName(given: string): string {
  const name = given.trim()
  if (!/[\p{L}\p{N}]/u.test(name)) throw badInput({ name: 'required' })
  if (name.length > longest.name) throw badInput({ name: 'too_long' })
  return name
}

async function holderOf(db: Db, id: string) {
  const holder = await db.seatHolder.findUnique({
    where: { id },
    select: { id: true, seatId: true, validFrom: true, seat: { select: home } },
  })
  if (!holder) throw notFound()
  return holder
}

builder.mutationField('takeSeat', (t) =>
  t.prismaField({
    description: 'Notes who holds a seat from a day.',
    authScopes: mending,
    type: Seat,
    args: {
      seat: t.arg.globalID({ description: 'The seat.', required: true, for: Seat }),
      name: t.arg.string({ description: nameText, required: true }),
      from: t.arg({ description: 'Since when; not known when left out.', type: KnownDay }),
      visibility: t.arg({ description: visibilityText, type: Visibility, defaultValue: 'internal' }),
    },
    resolve: async (query, _root, { seat: { id: seatId }, from, visibility, ...args }, context) => {
      const { db } = context
      const seat = await db.seat.findUnique({
        where: { id: seatId },
        select: { ...home, validFrom: true, validTo: true },
      })
      if (!seat) throw notFound()
      if (from && !isInForce(seat, from.on)) throw badInput({ from: 'outside_period' })
      const holder = {
        id: newId(),
        seatId,
        name: checkedName(args.name),
        visibility: visibility ?? 'internal',
        validFrom: from?.on ?? null,
        fromIs: from ? (from.is ?? 'day') : null,
      }
      await actOnBody(context, 'take_seat', seat, async () => {
        await db.seatHolder.createMany({ data: [holder] })
        await db.fact.createMany({ data: [{ id: holder.id, seatHolderId: holder.id }] })
      })
      return db.seat.findUniqueOrThrow({ ...query, where: { id: seatId } })
    },
  }),
)

const holderArgs = {
  id: { description: 'Id of the holder.', required: true, for: SeatHolder },
  version: { description: versionDescription, required: true },
} as const

builder.mutationField('correctSeatHolder', (t) =>
  t.prismaField({
    description: 'Mends the name of who holds a seat, and decides who sees it. The name before is not kept.',
    authScopes: mending,
    type: Seat,
    args: {
      id: t.arg.globalID(holderArgs.id),
      version: t.arg.int(holderArgs.version),
      name: t.arg.string({ description: nameText, required: true }),
      visibility: t.arg({ description: visibilityText, type: Visibility, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, name, visibility }, context) => {
      const { db } = context
      const { seatId, seat } = await holderOf(db, id)
      const data = { name: checkedName(name), visibility }
      await actOnBody(context, 'correct_holder', seat, async () => {
        await takeVersion(db, id, version)
        await db.seatHolder.updateMany({ where: { id }, data })
      })
      return db.seat.findUniqueOrThrow({ ...query, where: { id: seatId } })
    },
  }),
)

builder.mutationField('leaveSeat', (t) =>
  t.prismaField({
    description: 'Notes that somebody no longer holds a seat from a day on.',
    authScopes: mending,
    type: Seat,
    args: {
      id: t.arg.globalID(holderArgs.id),
      version: t.arg.int(holderArgs.version),
      on: t.arg({ description: 'The first day without them.', type: KnownDay, required: true }),
    },
    resolve: async (query, _root, { id: { id }, version, on }, context) => {
      const { db } = context
      const { seatId, seat, validFrom } = await holderOf(db, id)
      if (validFrom && validFrom >= on.on) throw badInput({ on: 'before_it_began' })
      await actOnBody(context, 'leave_seat', seat, async () => {
        await takeVersion(db, id, version)
        await db.seatHolder.updateMany({ where: { id }, data: { validTo: on.on, toIs: on.is ?? 'day' } })
      })
      return db.seat.findUniqueOrThrow({ ...query, where: { id: seatId } })
    },
  }),
)

builder.mutationField('removeSeatHolder', (t) =>
  t.prismaField({
    description:
      'Removes who holds or held a seat, for every date, because it was a mistake or they ask for it. It cannot be undone: names that are removed are kept nowhere.',
    authScopes: mending,
    type: Seat,
    args: { id: t.arg.globalID(holderArgs.id), version: t.arg.int(holderArgs.version) },
    resolve: async (query, _root, { id: { id }, version }, context) => {
      const { db } = context
      const { seatId, seat } = await holderOf(db, id)
      await actOnBody(context, 'remove_holder', seat, async () => {
        await takeVersion(db, id, version)
        await db.fact.deleteMany({ where: { id } })
      })
      return db.seat.findUniqueOrThrow({ ...query, where: { id: seatId } })
    },
  }),
)
